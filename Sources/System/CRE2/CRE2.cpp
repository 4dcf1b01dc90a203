#include "CRE2.h"

#include <memory>
#include <vector>

#include <re2/re2.h>

struct cre2_expression {
    re2::RE2 expression;

    cre2_expression(re2::StringPiece pattern, const re2::RE2::Options &options) : expression(pattern, options) {}
};

extern "C" {

cre2_expression *cre2_compile(const char *pattern, size_t length, int64_t memory) {
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(memory);
    return new cre2_expression(re2::StringPiece(pattern, length), options);
}

void cre2_free(cre2_expression *expression) { delete expression; }

const char *cre2_error(const cre2_expression *expression) {
    return expression->expression.ok() ? nullptr : expression->expression.error().c_str();
}

const char *cre2_error_argument(const cre2_expression *expression) {
    return expression->expression.error_arg().c_str();
}

int cre2_group_count(const cre2_expression *expression) {
    return expression->expression.NumberOfCapturingGroups();
}

const char *cre2_group_name(const cre2_expression *expression, int group) {
    const auto &names = expression->expression.CapturingGroupNames();
    const auto found = names.find(group);
    return found == names.end() ? nullptr : found->second.c_str();
}

bool cre2_match(const cre2_expression *expression, const char *text, size_t length, size_t start, bool whole,
                cre2_range *ranges, int count) {
    std::vector<re2::StringPiece> groups(static_cast<size_t>(count));
    const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
    const re2::StringPiece piece(text, length);
    if (!expression->expression.Match(piece, start, length, anchor, groups.data(), count)) return false;
    for (int index = 0; index < count; index++) {
        const auto &group = groups[static_cast<size_t>(index)];
        const bool took_part = group.data() != nullptr;
        ranges[index].start = took_part ? group.data() - text : -1;
        ranges[index].end = took_part ? group.data() - text + static_cast<int64_t>(group.size()) : -1;
    }
    return true;
}
}
