/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "app/argument/thesis.h"
#include "app/dossier/claim_links.h"
#include "ui/common/paint.h"
#include "ui/common/value_bar.h"

#define BORDER 1.2
#define MARKED_BORDER 2.0
#define BADGE 10.0 /* radius */
#define BAR_WIDTH 42.0
#define META_GAP 7.0
#define LEAST_LEGIBLE 3.5 /* pixels of a line of text, below which none is drawn */
#define DISC_STROKE 1.8

/* ---- Discs ---- */

static void
trace_check (cairo_t *cr)
{
  cairo_move_to (cr, -4, 0.5);
  cairo_line_to (cr, -1.2, 3.5);
  cairo_line_to (cr, 4, -3);
}

static void
trace_cross (cairo_t *cr, double half)
{
  cairo_move_to (cr, -half, -half);
  cairo_line_to (cr, half, half);
  cairo_move_to (cr, half, -half);
  cairo_line_to (cr, -half, half);
}

static cairo_t *
begin_disc (GtkSnapshot *snapshot, double x, double y, double scale, double radius)
{
  double reach = (radius + DISC_STROKE) * scale;
  cairo_t *cr = dem_paint_cairo (
      snapshot, &GRAPHENE_RECT_INIT ((float) (x - reach), (float) (y - reach), (float) (2 * reach), (float) (2 * reach)));

  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  return cr;
}

static void
draw_glyph (DemArgumentMapScene *self, GtkSnapshot *snapshot, const char *text, double x, double y, double points,
            const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (self->pango, text, points, DEM_TEXT_BOLD);
  double width, height;

  dem_paint_measure (layout, &width, &height);
  dem_paint_text (snapshot, layout, x - width / 2, y - height / 2, color);
}

void
dem_argument_map_paint_disc (DemArgumentMapScene *self,
                             GtkSnapshot *snapshot,
                             DemDisc disc,
                             double x,
                             double y,
                             double scale,
                             const GdkRGBA *color)
{
  double radius = disc == DEM_DISC_JOINT ? DEM_ARGUMENT_MAP_JOINT : DEM_ARGUMENT_MAP_BREAK;
  GdkRGBA ink = dem_paint_fade (&self->palette->ink, color->alpha);
  cairo_t *cr = begin_disc (snapshot, x, y, scale, radius - DISC_STROKE / 2);

  gdk_cairo_set_source_rgba (cr, &self->palette->view);
  cairo_fill_preserve (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, DISC_STROKE);
  cairo_stroke (cr);
  gdk_cairo_set_source_rgba (cr, &ink);
  cairo_set_line_width (cr, 2);
  if (disc == DEM_DISC_BREAK)
    trace_cross (cr, 2.75);
  else if (disc == DEM_DISC_FOLD)
    {
      cairo_move_to (cr, -3.5, 0);
      cairo_line_to (cr, 3.5, 0);
    }
  cairo_stroke (cr);
  cairo_destroy (cr);
  if (disc == DEM_DISC_JOINT)
    draw_glyph (self, snapshot, "&", x, y, 9 * scale / self->sizes.scale, &ink);
}

void
dem_argument_map_draw_disc (DemArgumentMapScene *self,
                            GtkSnapshot *snapshot,
                            DemDisc disc,
                            const graphene_point_t *at,
                            const GdkRGBA *color)
{
  graphene_point_t middle = dem_argument_map_scene_project (self, at->x, at->y);

  dem_argument_map_paint_disc (self, snapshot, disc, middle.x, middle.y, self->sizes.scale * self->camera.zoom, color);
}

void
dem_argument_map_paint_badge (
    DemArgumentMapScene *self, GtkSnapshot *snapshot, double x, double y, double scale, double strength)
{
  cairo_t *cr = begin_disc (snapshot, x, y, scale, BADGE);

  gdk_cairo_set_source_rgba (cr, &self->palette->view);
  cairo_set_line_width (cr, 2 * DISC_STROKE);
  cairo_stroke_preserve (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette->scenario);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &self->palette->scenario_bg);
  cairo_set_line_width (cr, 2.2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (strength > 0.6)
    trace_check (cr);
  else if (strength < 0.4)
    trace_cross (cr, 3.2);
  cairo_stroke (cr);
  cairo_destroy (cr);
  if (strength >= 0.4 && strength <= 0.6)
    draw_glyph (self, snapshot, "?", x, y, 10 * scale / self->sizes.scale, &self->palette->scenario_bg);
}

/* ---- The row under the text ---- */

/* A row that is filled from both ends: where the next text goes. */
typedef struct
{
  DemArgumentMapScene *self;
  GtkSnapshot *snapshot;
  double left, right; /* what is free */
  double y;
} Meta;

/* Draws at the end where reading begins, or ends; FALSE when there is no room. */
static gboolean
put (Meta *meta, const char *text, DemTextStyle style, const GdkRGBA *color, gboolean at_end)
{
  g_autoptr (PangoLayout) layout = dem_paint_layout (meta->self->pango, text, DEM_ARGUMENT_MAP_META, style);
  gboolean at_left = at_end == meta->self->rtl;
  double width, gap = META_GAP * meta->self->sizes.scale;

  dem_paint_measure (layout, &width, NULL);
  if (width > meta->right - meta->left)
    return FALSE;
  dem_paint_text (meta->snapshot, layout, at_left ? meta->left : meta->right - width, meta->y, color);
  if (at_left)
    meta->left += width + gap;
  else
    meta->right -= width + gap;
  return TRUE;
}

static void
put_bar (Meta *meta, double value, double before)
{
  DemArgumentMapScene *self = meta->self;
  double width = BAR_WIDTH * self->sizes.scale, height = DEM_VALUE_BAR_HEIGHT * self->sizes.scale;
  double x = self->rtl ? meta->right - width : meta->left, gap = META_GAP * self->sizes.scale;

  dem_value_bar_paint (meta->snapshot, x, meta->y + (self->sizes.meta - height) / 2, width, height,
                       isnan (value) ? 0 : value, before, self->rtl, self->palette);
  if (self->rtl)
    meta->right -= width + gap;
  else
    meta->left += width + gap;
}

static void
put_value (Meta *meta, guint32 claim)
{
  DemArgumentMapWords words = dem_argument_map_scene_get_words (meta->self);
  DemRef ref = DEM_REF (CLAIM, claim);
  double before = dem_argument_map_get_before (&words, ref);
  g_autofree char *value = dem_argument_map_dup_value (&words, ref);
  const DemPalette *palette = meta->self->palette;

  if (value == NULL)
    return;
  put_bar (meta, dem_evaluation_get (words.now, ref).strength, before);
  if (isfinite (before))
    {
      g_autofree char *was = g_strdup_printf (meta->self->rtl ? "%.2f ←" : "%.2f →", before);

      put (meta, was, DEM_TEXT_NORMAL, &palette->dim, FALSE);
    }
  put (meta, value, DEM_TEXT_BOLD, isfinite (before) ? &palette->scenario : &palette->ink, FALSE);
}

/* Whoever asserts the thesis asserts most of the rest, which then goes without saying. */
static gboolean
goes_without_saying (DemArgumentMapScene *self, const DemClaim *claim, DemDossier *dossier)
{
  guint32 thesis = dem_thesis_find (dossier, dem_outline_get_scenario (dem_claim_map_get_outline (self->map)));

  return claim->by == DEM_NO_INDEX
         || (thesis != DEM_NO_INDEX && dem_dossier_claim (dossier, thesis)->by == claim->by);
}

/* Whose claims stand out is always told. */
static void
put_who (Meta *meta, const DemClaim *claim, DemDossier *dossier)
{
  const DemPalette *palette = meta->self->palette;
  gboolean marked
      = claim->by != DEM_NO_INDEX && claim->by == dem_relevance_get_viewpoint (meta->self->relevance);
  g_autofree char *who = NULL;

  if (!marked && goes_without_saying (meta->self, claim, dossier))
    return;
  who = dem_dossier_dup_label (dossier, DEM_REF (ACTOR, claim->by));
  put (meta, who, marked ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL, marked ? &palette->accent : &palette->dim, TRUE);
}

/* "¶3 ¶11", as many as there is room for, with "+2" for the rest; then who says it. */
static void
put_origin (Meta *meta, const DemClaim *claim, DemDossier *dossier)
{
  g_autoptr (GPtrArray) cites = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < claim->item.n_cites; i++)
    {
      char *text = dem_cite_dup_text (dossier, &claim->item.cites[i]);

      if (g_ptr_array_find_with_equal_func (cites, text, g_str_equal, NULL))
        g_free (text);
      else
        g_ptr_array_add (cites, text);
    }
  for (guint shown = cites->len; shown > 0; shown--)
    {
      g_autoptr (GString) line = g_string_new (g_ptr_array_index (cites, 0));

      for (guint i = 1; i < shown; i++)
        g_string_append_printf (line, " %s", (char *) g_ptr_array_index (cites, i));
      if (shown < cites->len)
        g_string_append_printf (line, " +%u", cites->len - shown);
      if (put (meta, line->str, DEM_TEXT_BOLD, &meta->self->palette->accent, TRUE))
        break;
    }
  put_who (meta, claim, dossier);
}

/* ---- A box ---- */

static gboolean
is_assumed (DemArgumentMapScene *self, guint32 claim)
{
  return self->now != NULL && dem_evaluation_get (self->now, DEM_REF (CLAIM, claim)).status == DEM_STATUS_ASSUMED;
}

static void
draw_border (GtkSnapshot *snapshot, const graphene_rect_t *box, double radius, double width, const GdkRGBA *color)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, box, (float) radius);
  gtk_snapshot_append_border (snapshot, &outline,
                              (float[]){ (float) width, (float) width, (float) width, (float) width },
                              (GdkRGBA[]){ *color, *color, *color, *color });
}

static void
draw_body (DemArgumentMapScene *self, GtkSnapshot *snapshot, guint index, const graphene_rect_t *box)
{
  DemDossier *dossier = dem_outline_get_dossier (dem_claim_map_get_outline (self->map));
  guint32 claim = dem_claim_map_get_box (self->map, index)->claim;
  const DemArgumentPlace *place = &dem_argument_layout_get_places (self->layout)[index];
  double padding = self->sizes.padding;
  g_autoptr (PangoLayout) text
      = dem_argument_map_create_text (self->map, index, place->column, self->pango, box->size.width - 2 * padding);
  Meta meta = { self, snapshot, box->origin.x + padding, box->origin.x + box->size.width - padding,
                box->origin.y + box->size.height - self->sizes.meta - padding + 1 };

  dem_paint_text (snapshot, text, box->origin.x + padding, box->origin.y + padding - 2, &self->palette->ink);
  put_value (&meta, claim);
  put_origin (&meta, dem_dossier_claim (dossier, claim), dossier);
}

static void
draw_pill (DemArgumentMapScene *self, GtkSnapshot *snapshot, guint index)
{
  graphene_rect_t pill = dem_argument_map_scene_get_pill (self, index);
  g_autofree char *text = dem_argument_map_dup_count (dem_claim_map_get_box (self->map, index)->n_reasons);

  dem_paint_rect (snapshot, pill.origin.x + pill.size.height / 2, pill.origin.y - self->sizes.pill_gap, 1.2,
                  self->sizes.pill_gap, &self->palette->dim);
  dem_paint_rounded (snapshot, pill.origin.x, pill.origin.y, pill.size.width, pill.size.height,
                     pill.size.height / 2, &self->palette->view);
  draw_border (snapshot, &pill, pill.size.height / 2, BORDER, &self->palette->dim);
  draw_glyph (self, snapshot, text, pill.origin.x + pill.size.width / 2, pill.origin.y + pill.size.height / 2,
              DEM_ARGUMENT_MAP_PILL, &self->palette->ink);
}

static void
draw_box (DemArgumentMapScene *self, GtkSnapshot *snapshot, guint index)
{
  const DemClaimMapBox *shown = dem_claim_map_get_box (self->map, index);
  const graphene_rect_t *box = &self->boxes[index];
  DemRef ref = DEM_REF (CLAIM, shown->claim);
  gboolean is_selected = dem_relevance_is_selected (self->relevance, ref);
  GdkRGBA tint = dem_paint_fade (&self->palette->selection, 0.18);
  GdkRGBA edge = dem_paint_fade (&self->palette->ink, self->palette->high_contrast ? 1 : 0.22);
  double scale = self->sizes.scale, radius = DEM_ARGUMENT_MAP_RADIUS * scale;

  dem_paint_rounded (snapshot, box->origin.x, box->origin.y, box->size.width, box->size.height, radius,
                     &self->palette->view);
  if (is_selected)
    dem_paint_rounded (snapshot, box->origin.x, box->origin.y, box->size.width, box->size.height, radius, &tint);
  draw_border (snapshot, box, radius,
               (is_assumed (self, shown->claim) || is_selected ? MARKED_BORDER : BORDER) * scale,
               is_assumed (self, shown->claim) ? &self->palette->scenario
               : is_selected                   ? &self->palette->accent
                                               : &edge);
  if (self->sizes.line * self->camera.zoom >= LEAST_LEGIBLE)
    draw_body (self, snapshot, index, box);
  if (shown->n_reasons > 0 && !shown->is_open)
    draw_pill (self, snapshot, index);
}

/* The discs on the edge of a box. */
static void
draw_discs (DemArgumentMapScene *self, GtkSnapshot *snapshot, guint index)
{
  const DemClaimMapBox *shown = dem_claim_map_get_box (self->map, index);
  const graphene_rect_t *box = &self->boxes[index];
  DemRef ref = DEM_REF (CLAIM, shown->claim);

  if (is_assumed (self, shown->claim))
    {
      graphene_point_t corner = dem_argument_map_scene_project (
          self, self->rtl ? box->origin.x + 3 : box->origin.x + box->size.width - 3, box->origin.y + 3);
      dem_argument_map_paint_badge (self, snapshot, corner.x, corner.y, self->sizes.scale * self->camera.zoom,
                                    dem_evaluation_get (self->now, ref).strength);
    }
  if (shown->is_open && (shown->claim == self->handle || dem_relevance_is_selected (self->relevance, ref)))
    {
      graphene_point_t handle = dem_argument_map_scene_get_handle (self, index);
      dem_argument_map_draw_disc (self, snapshot, DEM_DISC_FOLD, &handle, &self->palette->dim);
    }
}

/* Text and boxes grow with the camera. What is drawn with cairo must not stand inside this: GTK 4.8 misplaces
 * it in a snapshot that is both moved and scaled. */
static void
begin_camera (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  graphene_point_t begin = dem_argument_map_scene_project (self, 0, 0);
  float zoom = (float) self->camera.zoom;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &begin);
  gtk_snapshot_scale (snapshot, zoom, zoom);
}

static double
get_opacity (DemArgumentMapScene *self, guint index)
{
  DemRef ref = DEM_REF (CLAIM, dem_claim_map_get_box (self->map, index)->claim);
  double opacity = dem_argument_map_scene_is_relevant (self, ref) ? 1 : self->palette->dim_text;

  return self->opacities != NULL ? opacity * self->opacities[index] : opacity;
}

static void
draw_boxes (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  graphene_rect_t picture = GRAPHENE_RECT_INIT (0, 0, (float) self->width, (float) self->height);

  for (guint i = 0; i < dem_claim_map_count_boxes (self->map); i++)
    {
      graphene_rect_t bounds = self->boxes[i], shown;
      double opacity = get_opacity (self, i);

      bounds.size.height += (float) (self->sizes.pill + self->sizes.pill_gap);
      graphene_rect_inset (&bounds, -12, -12);
      shown = dem_argument_map_scene_project_rect (self, &bounds);
      if (opacity <= 0 || !graphene_rect_intersection (&shown, &picture, NULL))
        continue;
      if (opacity < 1)
        gtk_snapshot_push_opacity (snapshot, opacity);
      begin_camera (self, snapshot);
      draw_box (self, snapshot, i);
      gtk_snapshot_restore (snapshot);
      draw_discs (self, snapshot, i);
      if (opacity < 1)
        gtk_snapshot_pop (snapshot);
    }
}

/* ---- Everything ---- */

static void
draw_rows_heading (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  double y = dem_argument_layout_get_rows_y (self->layout), width, height, all;
  g_autoptr (PangoLayout) layout = NULL;

  if (isnan (y))
    return;
  layout = dem_paint_layout (self->pango, _ ("Claims that bear on nothing"), DEM_ARGUMENT_MAP_META, DEM_TEXT_BOLD);
  dem_paint_measure (layout, &width, &height);
  dem_argument_layout_get_size (self->layout, &all, NULL);
  dem_paint_text (snapshot, layout, self->origin.x + (self->rtl ? all - width : 0),
                  self->origin.y + y - height - 4 * self->sizes.scale, &self->palette->dim);
}

void
dem_argument_map_draw (DemArgumentMapScene *self, GtkSnapshot *snapshot)
{
  dem_paint_rect (snapshot, 0, 0, self->width, self->height, &self->palette->view);
  dem_argument_map_draw_lines (self, snapshot);
  begin_camera (self, snapshot);
  draw_rows_heading (self, snapshot);
  gtk_snapshot_restore (snapshot);
  draw_boxes (self, snapshot);
  if (self->framed)
    dem_argument_map_draw_frame (self, snapshot);
}

void
dem_argument_map_draw_ring (DemArgumentMapScene *self, GtkSnapshot *snapshot, DemRef ref)
{
  guint32 step = ref.kind == DEM_KIND_INFERENCE ? dem_claim_map_find_inference (self->map, ref.index) : DEM_NO_NODE;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const DemMark *mark = &g_array_index (self->marks, DemMark, i);
      graphene_rect_t ring = mark->bounds;

      if (!dem_ref_equal (mark->ref, ref))
        continue;
      graphene_rect_inset (&ring, -4, -4);
      draw_border (snapshot, &ring,
                   step != DEM_NO_NODE ? ring.size.width / 2
                                       : DEM_ARGUMENT_MAP_RADIUS * self->sizes.scale * self->camera.zoom + 4,
                   2, &self->palette->accent);
    }
}
