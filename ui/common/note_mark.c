/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/note_mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/paint.h"

#define SIZE_POINTS 9.0   /* of the text beside which a sheet stands */
#define SIZE_SHARE 0.66   /* of the height of its lines */
#define NUMBER_POINTS 8.0
#define NUMBER_GAP 2.0
#define LARGEST_NUMBER 99
#define FOLD 0.4 /* of the sheet, the folded corner */

static void
clear_spot (gpointer data)
{
  g_clear_pointer (&((DemNoteSpot *) data)->target, dem_note_target_unref);
}

GArray *
dem_note_spots_new (void)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (DemNoteSpot));

  g_array_set_clear_func (spots, clear_spot);
  return spots;
}

double
dem_note_mark_get_size (PangoContext *pango)
{
  return MAX (round (dem_paint_line_height (pango, SIZE_POINTS) * SIZE_SHARE), 11);
}

static PangoLayout *
create_number (DemNoteMark self, PangoContext *pango)
{
  g_autofree char *text = NULL;

  if (self.n < 2)
    return NULL;
  text = self.n > LARGEST_NUMBER ? g_strdup_printf ("%u+", LARGEST_NUMBER) : g_strdup_printf ("%u", self.n);
  return dem_paint_layout (pango, text, NUMBER_POINTS, DEM_TEXT_BOLD);
}

void
dem_note_mark_measure (DemNoteMark self, PangoContext *pango, double *width, double *height)
{
  double size = dem_note_mark_get_size (pango), number_width = 0, number_height = 0;
  g_autoptr (PangoLayout) number = create_number (self, pango);

  if (number != NULL)
    dem_paint_measure (number, &number_width, &number_height);
  *width = size + (number != NULL ? NUMBER_GAP + number_width : 0);
  *height = MAX (size, number_height);
}

/* A sheet whose lower outer corner is folded up. */
static void
trace_sheet (cairo_t *cr, double x, double y, double size, gboolean mirrored)
{
  double fold = size * FOLD, near = mirrored ? x + size : x, far = mirrored ? x : x + size;
  double corner = mirrored ? far + fold : far - fold;

  cairo_move_to (cr, near, y);
  cairo_line_to (cr, far, y);
  cairo_line_to (cr, far, y + size - fold);
  cairo_line_to (cr, corner, y + size);
  cairo_line_to (cr, near, y + size);
  cairo_close_path (cr);
}

static void
draw_sheet (GtkSnapshot *snapshot, const DemPalette *palette, DemNoteColour colour, double x, double y, double size,
            gboolean mirrored)
{
  cairo_t *cr = dem_paint_cairo (snapshot, &GRAPHENE_RECT_INIT ((float) x - 1, (float) y - 1, (float) size + 2,
                                                                (float) size + 2));
  double fold = size * FOLD, far = mirrored ? x + 0.5 : x + size - 0.5;
  double corner = mirrored ? far + fold : far - fold;

  trace_sheet (cr, x + 0.5, y + 0.5, size - 1, mirrored);
  gdk_cairo_set_source_rgba (cr, &palette->note_colour[colour]);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &palette->note_outline);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_move_to (cr, far, y + size - 0.5 - fold);
  cairo_line_to (cr, corner, y + size - 0.5 - fold);
  cairo_line_to (cr, corner, y + size - 0.5);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
dem_note_mark_draw (DemNoteMark self, GtkSnapshot *snapshot, PangoContext *pango, const DemPalette *palette,
                    const graphene_rect_t *box)
{
  double size = dem_note_mark_get_size (pango), width, height;
  double middle = box->origin.y + box->size.height / 2;
  gboolean mirrored = pango_context_get_base_dir (pango) == PANGO_DIRECTION_RTL;
  g_autoptr (PangoLayout) number = NULL;

  g_return_if_fail (palette != NULL);
  g_return_if_fail (self.colour < DEM_N_NOTE_COLOURS);

  draw_sheet (snapshot, palette, self.colour,
              round (mirrored ? box->origin.x + box->size.width - size : box->origin.x), round (middle - size / 2),
              size, mirrored);
  number = create_number (self, pango);
  if (number == NULL)
    return;
  dem_paint_measure (number, &width, &height);
  dem_paint_text_halo (snapshot, number, mirrored ? box->origin.x : box->origin.x + box->size.width - width,
                       middle - height / 2, &palette->ink, &palette->view, 2);
}

char *
dem_note_mark_dup_words (DemNoteMark self)
{
  return g_strdup_printf (ngettext ("%u note", "%u notes", self.n), self.n);
}

char *
dem_note_mark_append_words (DemNoteMark self, char *text)
{
  g_autofree char *words = NULL;
  g_autofree char *before = text;

  if (self.n == 0)
    return g_steal_pointer (&before);
  words = dem_note_mark_dup_words (self);
  if (before == NULL || before[0] == '\0')
    return g_steal_pointer (&words);
  /* Translators: what something is called, and how many notes there are on it: "China, state, 2 notes". */
  return g_strdup_printf (_ ("%s, %s"), before, words);
}
