/* amend_xmp.c - the same metadata once more as XMP, which archives and the web read. */
#include "paint/amending.h"

#include <time.h>

static const char packet_begin[]
    = "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";

static const char packet_end[] = "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n"
                                 "<?xpacket end=\"r\"?>";

static void add_escaped(cp_buf *out, cp_str text)
{
    for (size_t i = 0; i < text.size; i++)
        switch (text.data[i]) {
        case '&':
            cp_buf_add(out, CP_STR("&amp;"));
            break;
        case '<':
            cp_buf_add(out, CP_STR("&lt;"));
            break;
        case '>':
            cp_buf_add(out, CP_STR("&gt;"));
            break;
        default:
            cp_buf_add_char(out, text.data[i]);
        }
}

/* `around`: the list that XMP wants there, "Alt" with a language, "Seq", "Bag"; NULL: none. */
static void add_text(cp_buf *out, const char *name, const char *around, cp_str text)
{
    const char *alt = around && around[0] == 'A' ? " xml:lang=\"x-default\"" : "";

    if (!text.size)
        return;
    cp_buf_printf(out, "<%s>", name);
    if (around)
        cp_buf_printf(out, "<rdf:%s><rdf:li%s>", around, alt);
    add_escaped(out, text);
    if (around)
        cp_buf_printf(out, "</rdf:li></rdf:%s>", around);
    cp_buf_printf(out, "</%s>\n", name);
}

static cp_str date_text(const cp_amending *to)
{
    time_t when = (time_t)to->info->created;
    struct tm day;

    if (!gmtime_r(&when, &day) || day.tm_year < -1900 || day.tm_year > 8099)
        return (cp_str){ 0 };
    return cp_str_printf(to->arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", day.tm_year + 1900,
                         day.tm_mon + 1, day.tm_mday, day.tm_hour, day.tm_min, day.tm_sec);
}

void cp_amend_xmp(const cp_amending *to)
{
    const cp_document_info *info = to->info;
    qpdf_oh stream = to->pdf->oh_new_stream(to->pdf->file),
            map = to->pdf->oh_get_dict(to->pdf->file, stream);
    cp_str date = date_text(to);
    cp_buf out = { 0 };

    cp_buf_add(&out, cp_str_from(packet_begin));
    add_text(&out, "dc:format", NULL, CP_STR("application/pdf"));
    add_text(&out, "dc:title", "Alt", info->title);
    add_text(&out, "dc:creator", "Seq", info->author);
    add_text(&out, "dc:description", "Alt", info->subject);
    add_text(&out, "dc:language", "Bag", info->language);
    if (info->digest.size)
        add_text(&out, "dc:identifier", NULL,
                 cp_str_printf(to->arena, "sha256:" CP_FMT, CP_ARG(info->digest)));
    add_text(&out, "xmp:CreatorTool", NULL, CP_STR(CP_PRODUCER));
    add_text(&out, "xmp:CreateDate", NULL, date);
    add_text(&out, "xmp:ModifyDate", NULL, date);
    add_text(&out, "pdf:Producer", NULL, CP_STR(CP_PRODUCER));
    cp_buf_add(&out, cp_str_from(packet_end));
    cp_amend_words(to, map, "/Type", "/Metadata");
    cp_amend_words(to, map, "/Subtype", "/XML");
    to->pdf->oh_replace_stream_data(to->pdf->file, stream, (const unsigned char *)out.data,
                                    out.size, to->pdf->oh_new_null(to->pdf->file),
                                    to->pdf->oh_new_null(to->pdf->file));
    to->pdf->oh_replace_key(to->pdf->file, to->pdf->get_root(to->pdf->file), "/Metadata", stream);
    cp_buf_free(&out);
}
