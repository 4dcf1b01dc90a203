// A C face of the RE2 library, as much of it as Mainstay uses.

#ifndef CRE2_H
#define CRE2_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct cre2_expression cre2_expression;

/// Bytes of the text that matched; both -1 where a group took no part.
typedef struct {
    int64_t start;
    int64_t end;
} cre2_range;

/// Compiles UTF-8. `memory` bounds what the expression and its matching may hold, in bytes. Never null.
cre2_expression *cre2_compile(const char *pattern, size_t length, int64_t memory);
void cre2_free(cre2_expression *expression);

/// What is wrong with the pattern, or null. Lives as long as the expression.
const char *cre2_error(const cre2_expression *expression);
/// The part of the pattern that the error is about. Lives as long as the expression.
const char *cre2_error_argument(const cre2_expression *expression);

int cre2_group_count(const cre2_expression *expression);
/// The name of a group, or null. Lives as long as the expression.
const char *cre2_group_name(const cre2_expression *expression, int group);

/// Looks for the first match at or after `start`, or for one of the whole text, and fills `ranges`, the match first.
bool cre2_match(const cre2_expression *expression, const char *text, size_t length, size_t start, bool whole,
                cre2_range *ranges, int count);

#ifdef __cplusplus
}
#endif

#endif
