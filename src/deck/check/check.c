#include "deck/check/check.h"

#include "base/guess.h"

#define CHECKS(X)                                                                                  \
    X(caption)                                                                                     \
    X(direction)                                                                                   \
    X(number)                                                                                      \
    X(old_date)                                                                                    \
    X(risk_slide)                                                                                  \
    X(source_line)

#define DECLARE(name) extern const cp_check_class cp_check_##name;
CHECKS(DECLARE)

#define ROW(name) &cp_check_##name,
static const cp_check_class *const checks[] = { CHECKS(ROW) };

#define NAME(name) #name,
static const char *const names[] = { CHECKS(NAME) };

enum { COUNT = sizeof checks / sizeof *checks };

static const cp_check_class *find(cp_str name)
{
    for (size_t i = 0; i < COUNT; i++)
        if (cp_str_is(name, names[i]))
            return checks[i];
    return NULL;
}

bool cp_checks_run(const cp_check_view *view)
{
    const cp_texts *wanted = &view->pages->env->style->checks;
    bool ok = true;

    for (size_t i = 0; i < wanted->count; i++) {
        const cp_check_class *class = find(wanted->item[i]);

        if (class)
            class->run(view);
        else
            ok = cp_fail(view->report, view->pages->env->style->checks_place,
                         "no check '" CP_FMT "'%s", CP_ARG(wanted->item[i]),
                         cp_guess_text(view->report->arena, wanted->item[i], names, COUNT));
    }
    return ok;
}
