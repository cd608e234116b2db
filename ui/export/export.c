/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/export.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>

#include "ui/export/page.h"

/* A picture for print has more pixels than one for the screen. */
#define PNG_SCALE 2
#define POINTS_PER_PIXEL (72.0 / 96.0)

static const char *const view_names[DEM_N_EXPORT_VIEWS] = { "map", "network", "timeline", "argument",
                                                            "outline" };
static const char *const format_endings[DEM_N_EXPORT_FORMATS] = { ".pdf", ".png", ".svg" };

gboolean
dem_export_view_from_name (const char *name, DemExportView *view)
{
  g_return_val_if_fail (name != NULL && view != NULL, FALSE);

  for (guint i = 0; i < DEM_N_EXPORT_VIEWS; i++)
    if (g_str_equal (name, view_names[i]))
      {
        *view = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
dem_export_format_from_file (const char *path, DemExportFormat *format)
{
  g_autofree char *lower = NULL;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  lower = g_ascii_strdown (path, -1);
  for (guint i = 0; i < DEM_N_EXPORT_FORMATS; i++)
    if (g_str_has_suffix (lower, format_endings[i]))
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

gboolean
dem_export_view_from_file (const char *path, DemExportView *view)
{
  g_autofree char *base = NULL;
  char *dot;
  const char *word;

  g_return_val_if_fail (path != NULL && view != NULL, FALSE);

  base = g_path_get_basename (path);
  dot = strrchr (base, '.');
  if (dot != NULL)
    *dot = '\0';
  word = base;
  for (const char *c = base; *c != '\0'; c++)
    if (*c == '-' || *c == '_')
      word = c + 1;
  if (!dem_export_view_from_name (word, view))
    return FALSE;
  if (*view == DEM_EXPORT_MAP && (g_str_has_suffix (base, "argument-map") || g_str_has_suffix (base, "argument_map")))
    *view = DEM_EXPORT_ARGUMENT;
  return TRUE;
}

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
describe_pdf (cairo_surface_t *surface, DemFocus *focus, DemExportView view)
{
  DemDossier *dossier = dem_focus_get_dossier (focus);
  const char *creator = dem_dossier_get_creator (dossier);
  /* Translators: the title of a dossier, and which view of it the document is. */
  g_autofree char *title = g_strdup_printf (_ ("%s: %s"), dem_dossier_get_title (dossier), dem_page_get_title (view));

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Demarche " DEM_VERSION);
  if (creator != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, creator);
  if (dem_dossier_get_subtitle (dossier) != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, dem_dossier_get_subtitle (dossier));
}

/* A surface of the format, and how many of its units a pixel is. */
static cairo_surface_t *
create_surface (DemFocus *focus, const DemExport *export, int width, int height, GByteArray *bytes, double *scale)
{
  cairo_surface_t *surface;

  switch (export->format)
    {
    case DEM_EXPORT_PDF:
      *scale = POINTS_PER_PIXEL;
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, width * *scale, height * *scale);
      describe_pdf (surface, focus, export->view);
      return surface;
    case DEM_EXPORT_SVG:
      *scale = 1;
      surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    default:
      *scale = export->width == 0 ? PNG_SCALE : 1;
      return cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (width * *scale), (int) (height * *scale));
    }
}

static cairo_status_t
paint (cairo_surface_t *surface, GskRenderNode *node, double scale)
{
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  gsk_render_node_draw (node, cr);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

/* All pages of a document, the only page of a picture. */
static cairo_status_t
paint_pages (cairo_surface_t *surface, DemFocus *focus, const DemExport *export, int width, int height, double scale)
{
  g_autoptr (DemPages) pages
      = dem_pages_new (focus, export, width, height, export->format == DEM_EXPORT_PDF);
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (guint i = 0; i < dem_pages_count (pages) && status == CAIRO_STATUS_SUCCESS; i++)
    {
      g_autoptr (GskRenderNode) node = dem_pages_draw (pages, i);

      status = paint (surface, node, scale);
    }
  return status;
}

/* The size asked for, else one that suits the view: a picture of the argument is as large as the argument. */
static void
choose_size (DemFocus *focus, const DemExport *export, int *width, int *height)
{
  *width = export->width;
  *height = export->height;
  if (*width > 0 && *height > 0)
    return;
  dem_page_get_default_size (export->view, width, height);
  if (export->format == DEM_EXPORT_PDF)
    return;
  dem_page_measure (focus, export->view, width, height);
  *width = MIN (*width, DEM_EXPORT_MAXIMUM);
  *height = MIN (*height, DEM_EXPORT_MAXIMUM);
}

GBytes *
dem_export_render (DemFocus *focus, const DemExport *export, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  int width, height;
  double scale;

  g_return_val_if_fail (DEM_IS_FOCUS (focus) && dem_focus_get_dossier (focus) != NULL, NULL);

  choose_size (focus, export, &width, &height);
  surface = create_surface (focus, export, width, height, bytes, &scale);
  status = paint_pages (surface, focus, export, width, height, scale);
  if (status == CAIRO_STATUS_SUCCESS && export->format == DEM_EXPORT_PNG)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("The picture cannot be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

gboolean
dem_export_save (GBytes *bytes, const char *path, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (bytes != NULL && path != NULL, FALSE);

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _ ("“%s” cannot be written: it is not a file"), shown);
      return FALSE;
    }
  if (g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &fault))
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _ ("“%s” cannot be written: %s"), shown, fault->message);
  return FALSE;
}
