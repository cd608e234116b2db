/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/briefing_pdf.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <math.h>

#include "app/argument/evaluation.h"
#include "app/focus/relevance.h"
#include "ui/briefing/slide_scene.h"
#include "ui/export/paper_pdf.h"
#include "ui/export/pdf.h"
#include "ui/notes/markdown.h"

/* A slide, in its pixels and in the points of its page. */
#define SLIDE_WIDTH 1920.0
#define SLIDE_HEIGHT 1080.0
#define POINTS_PER_PIXEL 0.5

/* Claims that a hand-out tells of a stop. */
#define MOST_CLAIMS 4

/* On paper the time has letters of 8 points where a slide has them of 28 units. */
#define STRIP_UNIT 0.38
#define STRIP_HEIGHT 128.0

typedef struct
{
  DemBriefing *briefing;
  const DemBriefingPdf *how;
  DemFocus *focus;
  PangoContext *pango;
} Printer;

/* Measured for 96 dots per inch, whatever display there is or is not. */
static PangoContext *
create_pango (void)
{
  PangoContext *pango = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans 11");

  pango_cairo_context_set_resolution (pango, 96);
  pango_context_set_font_description (pango, font);
  pango_context_set_language (pango, pango_language_get_default ());
  return pango;
}

static DemSceneInput
get_input (Printer *self, double width, double height)
{
  return (DemSceneInput){ .dossier = dem_briefing_get_dossier (self->briefing),
                          .focus = self->focus,
                          .relevance = dem_focus_get_relevance (self->focus),
                          .palette = dem_palette_get (self->how->dark && !self->how->handout, FALSE),
                          .pango = self->pango,
                          .width = width,
                          .height = height };
}

/* What every page says beside what it shows. */
static char *
dup_number (Printer *self, guint position)
{
  return g_strdup_printf (_ ("%u of %u"), position + 1, dem_briefing_count (self->briefing));
}

static const char *
get_headline (DemTalkStop *stop)
{
  const char *headline = dem_talk_stop_get_text (stop, DEM_STOP_HEADLINE);

  return headline != NULL ? headline : dem_talk_stop_get_name (stop);
}

static GskRenderNode *
draw_slide (Printer *self, guint position)
{
  DemTalkStop *stop = dem_briefing_get (self->briefing, position);
  g_autofree char *number = dup_number (self, position);
  DemSceneInput input;

  dem_talk_stop_apply (stop, self->focus);
  input = get_input (self, SLIDE_WIDTH, SLIDE_HEIGHT);
  return dem_slide_scene_draw (&input, stop, number, dem_dossier_get_marking (input.dossier), self->how->with_strokes);
}

/* ---- Slides ---- */

static GBytes *
write_slides (Printer *self, GCancellable *cancellable, GError **error)
{
  DemDossier *dossier = dem_briefing_get_dossier (self->briefing);
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface
      = dem_pdf_create (bytes, SLIDE_WIDTH * POINTS_PER_PIXEL, SLIDE_HEIGHT * POINTS_PER_PIXEL,
                        dem_briefing_get_title (self->briefing), dem_dossier_get_creator (dossier),
                        dem_dossier_get_subtitle (dossier));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  for (guint i = 0; i < dem_briefing_count (self->briefing) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GskRenderNode) node = draw_slide (self, i);

      dem_pdf_add_outline (surface, CAIRO_PDF_OUTLINE_ROOT, get_headline (dem_briefing_get (self->briefing, i)), i + 1, 0);
      gsk_render_node_draw (node, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  return dem_pdf_finish (surface, bytes, error);
}

/* ---- Hand-out ---- */

static GskRenderNode *
draw_stop (const DemBlock *block, double width, double height, gpointer data)
{
  Printer *self = data;
  DemTalkStop *stop = dem_briefing_get (self->briefing, block->depth);
  gboolean has_strip = dem_talk_stop_get_view (stop)->stage != DEM_STAGE_ARGUMENT;
  GPtrArray *strokes = dem_talk_stop_get_strokes (stop);
  double share = MIN (width / SLIDE_WIDTH, height / SLIDE_HEIGHT);
  g_autoptr (GskRenderNode) stage = NULL, strip = NULL, slide = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  DemSceneInput input;

  dem_talk_stop_apply (stop, self->focus);
  if (self->how->with_strokes && strokes != NULL && strokes->len > 0)
    {
      /* Strokes only make sense where they were drawn. */
      slide = draw_slide (self, block->depth);
      gtk_snapshot_scale (snapshot, (float) share, (float) share);
      gtk_snapshot_append_node (snapshot, slide);
      return gtk_snapshot_free_to_node (snapshot);
    }
  input = get_input (self, width, height - (has_strip ? STRIP_HEIGHT : 0));
  stage = dem_slide_scene_draw_stage (&input, stop, 1);
  gtk_snapshot_append_node (snapshot, stage);
  if (has_strip)
    {
      input.height = STRIP_HEIGHT;
      strip = dem_slide_scene_draw_strip (&input, STRIP_UNIT, 0);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) (height - STRIP_HEIGHT)));
      gtk_snapshot_append_node (snapshot, strip);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

static void
add_notes (DemPaper *paper, const char *notes)
{
  g_autofree char *text = dem_markdown_render (notes, 0, NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  dem_paper_add (paper, DEM_BLOCK_SUBHEADING, 0, NULL, _ ("Speaker’s notes"), NULL);
  for (guint i = 0; lines[i] != NULL; i++)
    dem_paper_add (paper, DEM_BLOCK_TEXT, 0, NULL, lines[i], NULL);
}

/* Whether a stop shows a claim, or something that it is about. */
static gboolean
concerns (DemTalkStop *stop, DemDossier *dossier, guint index)
{
  const DemStopView *view = dem_talk_stop_get_view (stop);
  const DemClaim *claim = dem_dossier_claim (dossier, index);

  for (guint i = 0; i < view->n_select; i++)
    {
      if (dem_ref_equal (view->select[i], DEM_REF (CLAIM, index)))
        return TRUE;
      for (guint j = 0; j < claim->n_about; j++)
        if (dem_ref_equal (view->select[i], claim->about[j]))
          return TRUE;
    }
  return FALSE;
}

/* What the argument makes of what the stop shows, the strengths of its scenario. */
static void
add_claims (Printer *self, DemPaper *paper, DemTalkStop *stop)
{
  DemDossier *dossier = dem_briefing_get_dossier (self->briefing);
  DemWhatIf what_if = { .scenario = dem_talk_stop_get_view (stop)->scenario };
  g_autoptr (DemEvaluation) evaluation = dem_evaluation_new (dossier, &what_if);
  guint n = 0;

  for (guint i = 0; n < MOST_CLAIMS && i < dem_dossier_count (dossier, DEM_KIND_CLAIM); i++)
    {
      DemRef ref = DEM_REF (CLAIM, i);
      double strength = dem_evaluation_get (evaluation, ref).strength;
      g_autofree char *number = isnan (strength) ? g_strdup (_ ("unsettled")) : g_strdup_printf ("%.2f", strength);

      if (!concerns (stop, dossier, i) || !dem_dossier_exists_in (dossier, ref, what_if.scenario))
        continue;
      if (n++ == 0)
        dem_paper_add (paper, DEM_BLOCK_SUBHEADING, 0, NULL, _ ("What the argument takes from it"), NULL);
      dem_paper_add (paper, DEM_BLOCK_ITEM, 0, number, dem_dossier_claim (dossier, i)->text, NULL);
    }
}

static void
add_stop (Printer *self, DemPaper *paper, guint position)
{
  DemTalkStop *stop = dem_briefing_get (self->briefing, position);
  const char *text = dem_talk_stop_get_text (stop, DEM_STOP_TEXT), *notes = dem_talk_stop_get_text (stop, DEM_STOP_NOTES);
  g_autofree char *source = dem_talk_stop_dup_source (stop), *number = dup_number (self, position);
  /* Translators: which stop of a briefing this is: "5 of 11". */
  g_autofree char *where = g_strdup_printf (_ ("Stop %s, %s"), number, dem_talk_stop_get_name (stop));

  if (position > 0)
    dem_paper_add (paper, DEM_BLOCK_PAGE, 0, NULL, "", NULL);
  dem_paper_add (paper, DEM_BLOCK_CAVEAT, 0, NULL, where, NULL);
  dem_paper_add (paper, DEM_BLOCK_TITLE, 0, NULL, get_headline (stop), NULL);
  if (text != NULL)
    dem_paper_add (paper, DEM_BLOCK_TEXT, 0, NULL, text, NULL);
  dem_paper_add (paper, DEM_BLOCK_STOP, position, NULL, source != NULL ? source : "", NULL);
  if (self->how->with_notes && notes != NULL)
    add_notes (paper, notes);
  add_claims (self, paper, stop);
}

static GBytes *
write_handout (Printer *self, GError **error)
{
  g_autoptr (DemPaper) paper
      = dem_paper_new (dem_briefing_get_dossier (self->briefing), dem_briefing_get_title (self->briefing));

  for (guint i = 0; i < dem_briefing_count (self->briefing); i++)
    add_stop (self, paper, i);
  return dem_paper_pdf_render (paper, self->focus, draw_stop, self, FALSE, error);
}

GBytes *
dem_briefing_pdf_render (DemBriefing *briefing, const DemBriefingPdf *how, GCancellable *cancellable, GError **error)
{
  Printer self = { .briefing = briefing, .how = how };
  GBytes *bytes;

  g_return_val_if_fail (DEM_IS_BRIEFING (briefing) && how != NULL, NULL);

  if (dem_briefing_count (briefing) == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _ ("This briefing has no stops."));
      return NULL;
    }
  self.focus = dem_focus_new ();
  dem_focus_open (self.focus, dem_briefing_get_dossier (briefing));
  self.pango = create_pango ();
  bytes = how->handout ? write_handout (&self, error) : write_slides (&self, cancellable, error);
  if (bytes != NULL && g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&bytes, g_bytes_unref);
  g_object_unref (self.focus);
  g_object_unref (self.pango);
  return bytes;
}
