/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How the rows of the outline look on paper. */

#include "ui/argument/argument_scene_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "ui/argument/outline_links.h"
#include "ui/argument/outline_words.h"
#include "ui/common/citations.h"
#include "ui/common/sign.h"
#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"

#define CARD_RADIUS 12.0
#define SIGN_MARGIN 2.0
#define META_GAP 7.0

static gboolean
is_rtl (DemArgumentScene *self)
{
  return pango_context_get_base_dir (self->pango) == PANGO_DIRECTION_RTL;
}

/* Draws a short text at a distance from the start of the page and returns where it ends. */
static double
draw_short (DemArgumentScene *self,
            GtkSnapshot *snapshot,
            const char *text,
            double points,
            DemTextStyle style,
            double start,
            double y,
            const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (self->pango, text, points, style);
  double width;

  dem_paint_measure (layout, &width, NULL);
  dem_paint_text (snapshot, layout, is_rtl (self) ? self->width - start - width : start, y, color);
  return start + width;
}

static const char *
get_heading (DemSign sign)
{
  return sign == DEM_SIGN_FOR       ? _ ("Reasons for")
         : sign == DEM_SIGN_AGAINST ? _ ("Reasons against")
                                    : _ ("Other claims");
}

/* "¶3  ¶11  [2]" */
static char *
dup_citations (DemArgumentScene *self, const DemItem *item)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < item->n_cites; i++)
    {
      g_autofree char *cite = dem_cite_dup_text (self->dossier, &item->cites[i]);
      gboolean before = FALSE;

      for (guint j = 0; j < i; j++)
        before
            |= dem_ref_equal (dem_cite_get_target (&item->cites[j]), dem_cite_get_target (&item->cites[i]));
      if (before)
        continue;
      g_string_append (text, text->len > 0 ? "  " : "");
      g_string_append (text, cite);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "0.56", or in a scenario that changes it "0.56 → 0.30", and who has set it or why it is no number. Where it
 * ends. */
static double
draw_numbers (DemArgumentScene *self, GtkSnapshot *snapshot, guint32 claim, double start, double y)
{
  DemRef ref = DEM_REF (CLAIM, claim);
  DemStrength now = dem_evaluation_get (self->evaluation, ref), then = dem_evaluation_get (self->before, ref);
  gboolean changed = then.status != DEM_STATUS_ABSENT && dem_strength_differs (now, then);
  g_autofree char *text = dem_strength_dup_text (now);
  g_autofree char *old = dem_strength_dup_text (then);
  g_autofree char *from = g_strdup_printf (is_rtl (self) ? "%s ←" : "%s →", old);
  const char *note = now.status == DEM_STATUS_UNDECIDED
                         ? _ ("undecided because of dates")
                         : dem_setter_get_words (dem_evaluation_get_setter (self->evaluation, claim));

  if (changed)
    start = draw_short (self, snapshot, from, DEM_PAGE_META_POINTS, DEM_TEXT_NORMAL, start, y,
                        &self->palette->dim)
            + META_GAP / 2;
  start = draw_short (self, snapshot, text, DEM_PAGE_META_POINTS, DEM_TEXT_BOLD, start, y,
                      changed ? &self->palette->scenario : &self->palette->ink);
  if (note != NULL)
    start = draw_short (self, snapshot, note, DEM_PAGE_META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
                        &self->palette->scenario);
  return start;
}

/* The bar, and under the thesis's its range. Where it ends. */
static double
draw_bar (DemArgumentScene *self, GtkSnapshot *snapshot, const DemOutlineNode *node, double start, double y)
{
  DemRef ref = DEM_REF (CLAIM, node->claim);
  DemStrength now = dem_evaluation_get (self->evaluation, ref), then = dem_evaluation_get (self->before, ref);
  gboolean changed = then.status != DEM_STATUS_ABSENT && dem_strength_differs (now, then);
  double line = dem_paint_line_height (self->pango, DEM_PAGE_META_POINTS), width = DEM_VALUE_BAR_WIDTH;
  double x = is_rtl (self) ? self->width - start - width : start,
         top = y + line / 1.25 / 2 - DEM_VALUE_BAR_HEIGHT / 2;
  DemBounds range
      = now.status == DEM_STATUS_UNDECIDED ? (DemBounds){ now.low, now.high }
        : node->sign == DEM_SIGN_THESIS && dem_evaluation_get_thesis (self->evaluation) == node->claim
            ? self->band
            : DEM_BOUNDS_NONE;

  dem_value_bar_paint (snapshot, x, top, width, DEM_VALUE_BAR_HEIGHT, dem_strength_get_bar (now),
                       changed ? then.strength : NAN, is_rtl (self), self->palette);
  dem_value_bar_paint_range (snapshot, x, top, width, DEM_VALUE_BAR_HEIGHT, range, is_rtl (self),
                             self->palette);
  return start + width;
}

/* The range of the thesis in numbers, which on paper nobody can ask for. */
static double
draw_range (DemArgumentScene *self, GtkSnapshot *snapshot, const DemOutlineNode *node, double start, double y)
{
  g_autofree char *text = NULL;

  if (isnan (self->band.low) || dem_evaluation_get_thesis (self->evaluation) != node->claim)
    return start;
  text = g_strdup_printf (_ ("between %.2f and %.2f"), self->band.low, self->band.high);
  return draw_short (self, snapshot, text, DEM_PAGE_META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
                     &self->palette->dim);
}

/* The bar, its number, who says it and what it cites. */
static void
draw_meta (DemArgumentScene *self, GtkSnapshot *snapshot, const DemOutlineNode *node, double start, double y)
{
  const DemClaim *claim = dem_dossier_claim (self->dossier, node->claim);
  g_autofree char *cites = dup_citations (self, &claim->item);

  start = draw_bar (self, snapshot, node, start, y);
  start = draw_numbers (self, snapshot, node->claim, start + META_GAP, y);
  if (node->sign == DEM_SIGN_THESIS)
    start = draw_range (self, snapshot, node, start, y);
  if (claim->by != DEM_NO_INDEX)
    {
      g_autofree char *who = dem_dossier_dup_label (self->dossier, DEM_REF (ACTOR, claim->by));
      start = draw_short (self, snapshot, who, DEM_PAGE_META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
                          &self->palette->dim);
    }
  start = draw_short (self, snapshot, cites, DEM_PAGE_META_POINTS, DEM_TEXT_BOLD, start + META_GAP, y,
                      &self->palette->accent);
  if (node->is_reference
      && dem_outline_get_node (self->outline, dem_outline_find_claim (self->outline, node->claim))->n_children
             > 0)
    draw_short (self, snapshot, _ ("reasons stand elsewhere"), DEM_PAGE_META_POINTS, DEM_TEXT_ITALIC,
                start + META_GAP, y, &self->palette->dim);
}

static void
draw_card (DemArgumentScene *self, GtkSnapshot *snapshot, const DemPageRow *row)
{
  GskRoundedRect outline;
  GdkRGBA edge = dem_paint_fade (&self->palette->ink, 0.2);

  gsk_rounded_rect_init_from_rect (
      &outline,
      &GRAPHENE_RECT_INIT (0.5f, (float) row->y + 0.5f, (float) self->width - 1, (float) row->height - 1),
      CARD_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, (float[]){ 1, 1, 1, 1 },
                              (GdkRGBA[]){ edge, edge, edge, edge });
}

static void
draw_gutter (DemArgumentScene *self, GtkSnapshot *snapshot, const DemPageRow *row)
{
  const DemOutlineNode *node = dem_argument_scene_get_node (self, row);
  double radius = DEM_SIGN_RADIUS * self->scale, top = row->y + row->heading;
  double text = dem_paint_line_height (self->pango, DEM_PAGE_TEXT_POINTS) / 1.25;
  DemOutlineLinks links = {
    .x = is_rtl (self) ? self->width - radius - SIGN_MARGIN : radius + SIGN_MARGIN,
    .step = is_rtl (self) ? -DEM_OUTLINE_INDENT : DEM_OUTLINE_INDENT,
    .sign_y = DEM_PAGE_ROW_PADDING + MAX (text / 2, radius),
    .radius = radius,
    .height = row->height - row->heading,
  };

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, (float) top));
  dem_outline_links_paint (snapshot, self->pango, node, row->passing, &links, self->palette);
  dem_sign_paint (snapshot, node->sign, links.x + links.step * dem_outline_get_level (node), links.sign_y,
                  self->scale, self->palette);
  gtk_snapshot_restore (snapshot);
}

static void
draw_body (DemArgumentScene *self, GtkSnapshot *snapshot, const DemPageRow *row)
{
  const DemOutlineNode *node = dem_argument_scene_get_node (self, row);
  g_autoptr (PangoLayout) text = dem_argument_scene_create_text (self, node);
  double start = dem_argument_scene_get_text_start (self, node),
         y = row->y + row->heading + DEM_PAGE_ROW_PADDING, height;

  if (node->sign == DEM_SIGN_THESIS)
    {
      draw_card (self, snapshot, row);
      y = row->y + DEM_PAGE_CARD_PADDING;
      draw_short (self, snapshot, _ ("Thesis"), DEM_PAGE_META_POINTS, DEM_TEXT_BOLD, start, y,
                  &self->palette->dim);
      y += dem_paint_line_height (self->pango, DEM_PAGE_META_POINTS);
    }
  else
    draw_gutter (self, snapshot, row);
  dem_paint_measure (text, NULL, &height);
  dem_paint_text (snapshot, text,
                  is_rtl (self) ? (node->sign == DEM_SIGN_THESIS ? DEM_PAGE_CARD_PADDING : 0) : start, y,
                  &self->palette->ink);
  draw_meta (self, snapshot, node, start, y + height);
}

static void
draw_row (DemArgumentScene *self, GtkSnapshot *snapshot, const DemPageRow *row)
{
  const DemOutlineNode *node = dem_argument_scene_get_node (self, row);
  DemRef ref = DEM_REF (CLAIM, dem_argument_scene_get_node (self, row)->claim);
  gboolean dimmed = !dem_relevance_contains (self->relevance, ref);
  GdkRGBA tint = dem_paint_fade (&self->palette->selection, 0.22);

  if (row->heading > 0)
    draw_short (self, snapshot, get_heading (node->sign), DEM_PAGE_HEADING_POINTS, DEM_TEXT_BOLD, 0,
                row->y + DEM_PAGE_HEADING_ABOVE, &self->palette->dim);
  if (dem_relevance_has_selection (self->relevance) && dem_relevance_is_selected (self->relevance, ref))
    dem_paint_rounded (snapshot, 0, row->y + row->heading, self->width, row->height - row->heading, 8, &tint);
  if (dimmed)
    gtk_snapshot_push_opacity (snapshot, self->palette->dim_text);
  draw_body (self, snapshot, row);
  if (dimmed)
    gtk_snapshot_pop (snapshot);
}

void
dem_argument_scene_draw (DemScene *scene, GtkSnapshot *snapshot)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);
  guint end = dem_argument_scene_get_end (self), left = self->rows->len - end;

  dem_paint_rect (snapshot, 0, 0, self->width, self->page_height, &self->palette->view);
  for (guint i = self->first; i < end; i++)
    draw_row (self, snapshot, &g_array_index (self->rows, DemPageRow, i));
  if (left > 0)
    {
      g_autofree char *text
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more claim", "%u more claims", left), left);

      draw_short (self, snapshot, text, DEM_PAGE_META_POINTS, DEM_TEXT_BOLD, 0,
                  self->page_height - dem_paint_line_height (self->pango, DEM_PAGE_META_POINTS),
                  &self->palette->accent);
    }
}
