#include "cli/command.h"
#include "cli/rows.h"

#include <jansson.h>
#include <stdio.h>

static const cp_option options[] = {
    { "json", 0, NULL, "as JSON", false },
    { 0 },
};

static void print_text(chartpack *job)
{
    printf("slides\n");
    for (size_t i = 0; i < chartpack_page_count(job); i++) {
        chartpack_page page = chartpack_page_at(job, i);

        printf("%4zu  %-8s %s:%d  %s\n", i + 1, page.class, page.file, page.line, page.title);
    }
    printf("figures\n");
    for (size_t i = 0; i < chartpack_figure_count(job); i++) {
        chartpack_figure figure = chartpack_figure_at(job, i);

        printf("      %-8s %s  %s\n", figure.kind, figure.path, figure.title);
        cp_print_reads(figure.reads, "               ");
    }
    printf("tables\n");
    for (size_t i = 0; i < chartpack_source_count(job); i++)
        printf("      %s\n", chartpack_source_at(job, i));
}

static void print_json(chartpack *job)
{
    json_t *pages = json_array(), *figures = json_array(), *tables = json_array(), *all;

    for (size_t i = 0; i < chartpack_page_count(job); i++) {
        chartpack_page page = chartpack_page_at(job, i);

        json_array_append_new(
            pages, json_pack("{s:i, s:s, s:s, s:s, s:s, s:o, s:i}", "page", (int)i + 1, "title",
                             page.title, "section", page.section, "class", page.class, "label",
                             page.label, "file", cp_json_name(page.file), "line", page.line));
    }
    for (size_t i = 0; i < chartpack_figure_count(job); i++) {
        chartpack_figure figure = chartpack_figure_at(job, i);

        json_array_append_new(figures,
                              json_pack("{s:o, s:s, s:s, s:o}", "path", cp_json_name(figure.path),
                                        "title", figure.title, "kind", figure.kind, "reads",
                                        cp_json_reads(figure.reads)));
    }
    for (size_t i = 0; i < chartpack_source_count(job); i++)
        json_array_append_new(tables, cp_json_name(chartpack_source_at(job, i)));
    all = json_pack("{s:o, s:o, s:o}", "slides", pages, "figures", figures, "tables", tables);
    json_dumpf(all, stdout, JSON_INDENT(2));
    putchar('\n');
    json_decref(all);
}

static int run(const cp_call *call)
{
    chartpack *job = cp_call_job(call);

    if (chartpack_open(job, call->words[0]) && chartpack_list(job)) {
        if (cp_call_has(call, "json"))
            print_json(job);
        else
            print_text(job);
    }
    return cp_call_end(call, job);
}

const cp_command cp_command_list = {
    .name = "list",
    .summary = "List the slides, figures and tables of a pack",
    .words = "[PACK]",
    .most_words = 1,
    .options = options,
    .run = run,
};
