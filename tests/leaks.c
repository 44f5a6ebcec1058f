/*
 * leaks.c - what the leak checker passes over in tests: cairo 1.16 does not free
 * all of its own when it finishes a PDF with fonts, glibc keeps the names of
 * locales, librsvg the fonts of a drawing, whose text Pango matches with fontconfig in
 * threads of its own, libxml2 the entities of one that it refuses for them.  Only whole call stacks show where that is, so surfaces that
 * we forget are found all the same.
 */

const char *__lsan_default_suppressions(void);
const char *__lsan_default_options(void);
const char *__asan_default_options(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:cairo_surface_finish\n"
           "leak:__newlocale\n"
           "leak:rsvg_handle_render_document\n"
           "leak:libfontconfig\n"
           "leak:xmlParseEntityDecl\n";
}

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}

const char *__asan_default_options(void)
{
    return "fast_unwind_on_malloc=0";
}
