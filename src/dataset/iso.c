#include "dataset/inside.h"

#include <stdio.h>
#include <string.h>

static void write_iso(cp_date date, char *out)
{
    cp_civil civil = cp_date_civil(date);
    char text[48];

    snprintf(text, sizeof text, "%04d-%02d-%02d", civil.year, civil.month, civil.day);
    memcpy(out, text, CP_ISO_SIZE);
}

static cp_iso_text *page_of(cp_dataset *dataset, size_t page)
{
    cp_iso_text *texts = dataset->iso[page];

    if (texts)
        return texts;
    texts = cp_new_array(dataset->arena, cp_iso_text, CP_ISO_PAGE);
    for (int i = 0; i < CP_ISO_PAGE; i++)
        write_iso(CP_ISO_FIRST + (cp_date)page * CP_ISO_PAGE + i, texts[i]);
    dataset->iso[page] = texts;
    return texts;
}

void cp_iso_result(cp_dataset *dataset, sqlite3_context *context, cp_date date)
{
    if (date == CP_NO_DATE) {
        sqlite3_result_null(context);
    } else if (date < CP_ISO_FIRST || date >= CP_ISO_FIRST + CP_ISO_DAYS) {
        cp_iso_text text;

        write_iso(date, text);
        sqlite3_result_text(context, text, CP_ISO_SIZE, SQLITE_TRANSIENT);
    } else {
        size_t day = (size_t)(date - CP_ISO_FIRST);

        sqlite3_result_text(context, page_of(dataset, day / CP_ISO_PAGE)[day % CP_ISO_PAGE],
                            CP_ISO_SIZE, SQLITE_STATIC);
    }
}

cp_str cp_value_text(sqlite3_value *value)
{
    const char *text = sqlite3_value_blob(value);

    return (cp_str){ text ? text : "", text ? (size_t)sqlite3_value_bytes(value) : 0 };
}
