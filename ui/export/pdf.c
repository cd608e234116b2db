/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/pdf.h"

#include <glib/gi18n-lib.h>

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t *surface, cairo_pdf_metadata_t what, const char *text)
{
  if (text != NULL)
    cairo_pdf_surface_set_metadata (surface, what, text);
}

cairo_surface_t *
dem_pdf_create (GByteArray *bytes, double width, double height, const char *title, const char *author, const char *subject)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width, height);

  describe (surface, CAIRO_PDF_METADATA_TITLE, title);
  describe (surface, CAIRO_PDF_METADATA_AUTHOR, author);
  describe (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  describe (surface, CAIRO_PDF_METADATA_CREATOR, "Demarche " DEM_VERSION);
  return surface;
}

int
dem_pdf_add_outline (cairo_surface_t *surface, int parent, const char *title, guint page, double y)
{
  char *numbers = NULL;
  char place[G_ASCII_DTOSTR_BUF_SIZE];
  int entry;

  g_ascii_formatd (place, sizeof place, "%.1f", y);
  numbers = g_strdup_printf ("page=%u pos=[0 %s]", page, place);
  entry = cairo_pdf_surface_add_outline (surface, parent, title, numbers, CAIRO_PDF_OUTLINE_FLAG_OPEN);
  g_free (numbers);
  return entry;
}

/* An apostrophe would end the attribute. */
void
dem_pdf_begin_link (cairo_t *cr, const char *address)
{
  g_autofree char *escaped = g_uri_escape_string (address, ":/?#[]@!$&()*+,;=%", FALSE);
  g_autofree char *attributes = g_strdup_printf ("uri='%s'", escaped);

  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

GBytes *
dem_pdf_finish (cairo_surface_t *surface, GByteArray *bytes, GError **error)
{
  cairo_status_t status;

  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The document cannot be written: %s"),
               cairo_status_to_string (status));
  return NULL;
}
