package import Diagnostics
