/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_scene.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "app/argument/outline.h"
#include "app/argument/robustness.h"
#include "ui/argument/outline_links.h"
#include "ui/argument/outline_words.h"
#include "ui/common/citations.h"
#include "ui/common/paint.h"
#include "ui/common/sign.h"
#include "ui/common/strength_words.h"
#include "ui/common/value_bar.h"

#define CARD_PADDING 12.0
#define CARD_RADIUS 12.0
#define ROW_PADDING 5.0
#define HEADING_ABOVE 14.0
#define HEADING_BELOW 4.0
#define TEXT_START 28.0 /* from the start of a row that is not indented: the sign and a gap */
#define SIGN_MARGIN 2.0
#define META_GAP 7.0
#define LEAST_TEXT_WIDTH 60.0

#define THESIS_POINTS 12.0
#define TEXT_POINTS 10.2
#define META_POINTS 9.0
#define HEADING_POINTS 9.5

/* Where a row stands on the page; its texts are laid out again when it is drawn, for thousands of layouts
 * take much room. */
typedef struct
{
  guint32 node;
  guint32 passing; /* levels at which lines of linked premises pass */
  double y;
  double heading; /* height of the heading above the body, 0 without one */
  double height;  /* with the heading */
} Row;

struct _DemArgumentScene
{
  GObject parent_instance;

  DemOutline *outline;
  DemDossier *dossier;
  DemEvaluation *evaluation;
  DemEvaluation *before; /* without the scenario */
  DemBounds band;        /* between what the thesis lies */
  DemRelevance *relevance;
  const DemPalette *palette;
  PangoContext *pango;
  double scale; /* of text */
  double width;
  double page_height;
  guint first;
  guint next; /* 0 when nothing is left */
  GArray *rows;
  GArray *marks; /* DemMark */
};

static void scene_init (DemSceneInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemArgumentScene,
                               dem_argument_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, scene_init))

static const DemOutlineNode *
get_node (DemArgumentScene *self, const Row *row)
{
  return dem_outline_get_node (self->outline, row->node);
}

static DemRef
get_ref (DemArgumentScene *self, const Row *row)
{
  return DEM_REF (CLAIM, get_node (self, row)->claim);
}

/* ---- Layout ---- */

static double
get_text_start (DemArgumentScene *self, const DemOutlineNode *node)
{
  if (node->sign == DEM_SIGN_THESIS)
    return CARD_PADDING;
  return TEXT_START * self->scale + DEM_OUTLINE_INDENT * dem_outline_get_level (node);
}

static PangoLayout *
create_text (DemArgumentScene *self, const DemOutlineNode *node)
{
  gboolean is_thesis = node->sign == DEM_SIGN_THESIS;
  gboolean bold = is_thesis || (node->depth == 1 && node->parent != DEM_NO_NODE);
  double margin = is_thesis ? CARD_PADDING : 0;
  double width = MAX (self->width - get_text_start (self, node) - margin, LEAST_TEXT_WIDTH);
  PangoLayout *layout
      = dem_paint_layout (self->pango, dem_dossier_claim (self->dossier, node->claim)->text,
                          is_thesis ? THESIS_POINTS : TEXT_POINTS, bold ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* A row without its heading: its text, a line beneath, and what surrounds them. */
static double
measure_body (DemArgumentScene *self, const DemOutlineNode *node)
{
  g_autoptr (PangoLayout) text = create_text (self, node);
  double height, meta = dem_paint_line_height (self->pango, META_POINTS);

  dem_paint_measure (text, NULL, &height);
  if (node->sign == DEM_SIGN_THESIS)
    return height + 2 * meta + 2 * CARD_PADDING;
  return height + meta + 2 * ROW_PADDING;
}

static double
measure_heading (DemArgumentScene *self, guint32 node)
{
  if (!dem_outline_starts_section (self->outline, node))
    return 0;
  return HEADING_ABOVE + dem_paint_line_height (self->pango, HEADING_POINTS) + HEADING_BELOW;
}

/* Lays out all rows, from the first of this page on from the page's top. */
static void
lay_out (DemArgumentScene *self)
{
  guint n = dem_outline_get_n_nodes (self->outline);
  double y = 0;

  for (guint32 i = 0; i < n; i++)
    {
      const DemOutlineNode *node = dem_outline_get_node (self->outline, i);
      Row row = { .node = i, .y = y };

      if (node->parent != DEM_NO_NODE)
        row.passing = dem_outline_links_passing (dem_outline_get_node (self->outline, node->parent),
                                                 g_array_index (self->rows, Row, node->parent).passing);
      if (i >= self->first)
        {
          row.heading = measure_heading (self, i);
          row.height = row.heading + measure_body (self, node);
          y += row.height;
        }
      g_array_append_val (self->rows, row);
    }
}

/* How many rows fit, one at least; if not all do, a line is kept to say so. */
static void
break_page (DemArgumentScene *self)
{
  const Row *last;
  double room = self->page_height;
  guint i = self->first;

  self->next = 0;
  if (self->rows->len <= self->first)
    return;
  last = &g_array_index (self->rows, Row, self->rows->len - 1);
  if (last->y + last->height <= room)
    return;
  room -= dem_paint_line_height (self->pango, META_POINTS);
  while (i < self->rows->len
         && (i == self->first
             || g_array_index (self->rows, Row, i).y + g_array_index (self->rows, Row, i).height <= room))
    i++;
  self->next = i < self->rows->len ? i : 0;
}

static guint
get_end (DemArgumentScene *self)
{
  return self->next != 0 ? self->next : self->rows->len;
}

static void
collect_marks (DemArgumentScene *self)
{
  for (guint i = self->first; i < get_end (self); i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);
      DemMark mark = { get_ref (self, row),
                       GRAPHENE_RECT_INIT (0, (float) (row->y + row->heading), (float) self->width,
                                           (float) (row->height - row->heading)) };

      if (!get_node (self, row)->is_reference)
        g_array_append_val (self->marks, mark);
    }
}

/* ---- Drawing ---- */

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
    start = draw_short (self, snapshot, from, META_POINTS, DEM_TEXT_NORMAL, start, y, &self->palette->dim)
            + META_GAP / 2;
  start = draw_short (self, snapshot, text, META_POINTS, DEM_TEXT_BOLD, start, y,
                      changed ? &self->palette->scenario : &self->palette->ink);
  if (note != NULL)
    start = draw_short (self, snapshot, note, META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
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
  double line = dem_paint_line_height (self->pango, META_POINTS), width = DEM_VALUE_BAR_WIDTH;
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
  return draw_short (self, snapshot, text, META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
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
      start = draw_short (self, snapshot, who, META_POINTS, DEM_TEXT_NORMAL, start + META_GAP, y,
                          &self->palette->dim);
    }
  start = draw_short (self, snapshot, cites, META_POINTS, DEM_TEXT_BOLD, start + META_GAP, y,
                      &self->palette->accent);
  if (node->is_reference
      && dem_outline_get_node (self->outline, dem_outline_find_claim (self->outline, node->claim))->n_children
             > 0)
    draw_short (self, snapshot, _ ("reasons stand elsewhere"), META_POINTS, DEM_TEXT_ITALIC, start + META_GAP,
                y, &self->palette->dim);
}

static void
draw_card (DemArgumentScene *self, GtkSnapshot *snapshot, const Row *row)
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
draw_gutter (DemArgumentScene *self, GtkSnapshot *snapshot, const Row *row)
{
  const DemOutlineNode *node = get_node (self, row);
  double radius = DEM_SIGN_RADIUS * self->scale, top = row->y + row->heading;
  double text = dem_paint_line_height (self->pango, TEXT_POINTS) / 1.25;
  DemOutlineLinks links = {
    .x = is_rtl (self) ? self->width - radius - SIGN_MARGIN : radius + SIGN_MARGIN,
    .step = is_rtl (self) ? -DEM_OUTLINE_INDENT : DEM_OUTLINE_INDENT,
    .sign_y = ROW_PADDING + MAX (text / 2, radius),
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
draw_body (DemArgumentScene *self, GtkSnapshot *snapshot, const Row *row)
{
  const DemOutlineNode *node = get_node (self, row);
  g_autoptr (PangoLayout) text = create_text (self, node);
  double start = get_text_start (self, node), y = row->y + row->heading + ROW_PADDING, height;

  if (node->sign == DEM_SIGN_THESIS)
    {
      draw_card (self, snapshot, row);
      y = row->y + CARD_PADDING;
      draw_short (self, snapshot, _ ("Thesis"), META_POINTS, DEM_TEXT_BOLD, start, y, &self->palette->dim);
      y += dem_paint_line_height (self->pango, META_POINTS);
    }
  else
    draw_gutter (self, snapshot, row);
  dem_paint_measure (text, NULL, &height);
  dem_paint_text (snapshot, text, is_rtl (self) ? (node->sign == DEM_SIGN_THESIS ? CARD_PADDING : 0) : start,
                  y, &self->palette->ink);
  draw_meta (self, snapshot, node, start, y + height);
}

static void
draw_row (DemArgumentScene *self, GtkSnapshot *snapshot, const Row *row)
{
  const DemOutlineNode *node = get_node (self, row);
  DemRef ref = get_ref (self, row);
  gboolean dimmed = !dem_relevance_contains (self->relevance, ref);
  GdkRGBA tint = dem_paint_fade (&self->palette->selection, 0.22);

  if (row->heading > 0)
    draw_short (self, snapshot, get_heading (node->sign), HEADING_POINTS, DEM_TEXT_BOLD, 0,
                row->y + HEADING_ABOVE, &self->palette->dim);
  if (dem_relevance_has_selection (self->relevance) && dem_relevance_is_selected (self->relevance, ref))
    dem_paint_rounded (snapshot, 0, row->y + row->heading, self->width, row->height - row->heading, 8, &tint);
  if (dimmed)
    gtk_snapshot_push_opacity (snapshot, self->palette->dim_text);
  draw_body (self, snapshot, row);
  if (dimmed)
    gtk_snapshot_pop (snapshot);
}

static void
draw (DemScene *scene, GtkSnapshot *snapshot)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);
  guint end = get_end (self), left = self->rows->len - end;

  dem_paint_rect (snapshot, 0, 0, self->width, self->page_height, &self->palette->view);
  for (guint i = self->first; i < end; i++)
    draw_row (self, snapshot, &g_array_index (self->rows, Row, i));
  if (left > 0)
    {
      g_autofree char *text
          = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u more claim", "%u more claims", left), left);

      draw_short (self, snapshot, text, META_POINTS, DEM_TEXT_BOLD, 0,
                  self->page_height - dem_paint_line_height (self->pango, META_POINTS),
                  &self->palette->accent);
    }
}

/* ---- Pointing ---- */

static DemRef
hit (DemScene *scene, double x, double y, double tolerance)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);

  for (guint i = self->first; i < get_end (self); i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (x >= 0 && x < self->width && y >= row->y + row->heading && y < row->y + row->height)
        return get_ref (self, row);
    }
  return DEM_REF_NONE;
}

static const DemMark *
get_marks (DemScene *scene, guint *n)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);

  *n = self->marks->len;
  return (const DemMark *) (gpointer) self->marks->data;
}

static char *
describe (DemScene *scene, DemRef ref)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);
  guint32 node = ref.kind == DEM_KIND_CLAIM ? dem_outline_find_claim (self->outline, ref.index) : DEM_NO_NODE;

  return node != DEM_NO_NODE ? dem_outline_dup_label (self->outline, node)
                             : dem_dossier_dup_name (self->dossier, ref);
}

static void
draw_ring (DemScene *scene, GtkSnapshot *snapshot, DemRef ref)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);
  const GdkRGBA *color = &self->palette->accent;
  GskRoundedRect outline;

  for (guint i = 0; i < self->marks->len; i++)
    if (dem_ref_equal (g_array_index (self->marks, DemMark, i).ref, ref))
      {
        gsk_rounded_rect_init_from_rect (&outline, &g_array_index (self->marks, DemMark, i).bounds, 8);
        gtk_snapshot_append_border (snapshot, &outline, (float[]){ 2, 2, 2, 2 },
                                    (GdkRGBA[]){ *color, *color, *color, *color });
      }
}

static void
scene_init (DemSceneInterface *interface)
{
  interface->draw = draw;
  interface->hit = hit;
  interface->get_marks = get_marks;
  interface->describe = describe;
  interface->draw_ring = draw_ring;
}

/* ---- The object ---- */

static void
dem_argument_scene_finalize (GObject *object)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (object);

  g_clear_pointer (&self->outline, dem_outline_unref);
  g_clear_pointer (&self->evaluation, dem_evaluation_unref);
  g_clear_pointer (&self->before, dem_evaluation_unref);
  g_clear_pointer (&self->relevance, dem_relevance_unref);
  g_clear_object (&self->dossier);
  g_clear_object (&self->pango);
  g_array_unref (self->rows);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (dem_argument_scene_parent_class)->finalize (object);
}

static void
dem_argument_scene_class_init (DemArgumentSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dem_argument_scene_finalize;
}

static void
dem_argument_scene_init (DemArgumentScene *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->marks = g_array_new (FALSE, FALSE, sizeof (DemMark));
}

/* The range is measured for the page on which the thesis stands only: it takes some hundred evaluations. */
static void
evaluate (DemArgumentScene *self, guint32 scenario)
{
  const DemWhatIf what_if = { .scenario = scenario };
  guint32 thesis;

  self->before = dem_evaluation_new (self->dossier, NULL);
  self->evaluation = scenario == DEM_NO_INDEX ? dem_evaluation_ref (self->before)
                                              : dem_evaluation_new (self->dossier, &what_if);
  self->band = DEM_BOUNDS_NONE;
  thesis = dem_evaluation_get_thesis (self->evaluation);
  if (thesis != DEM_NO_INDEX && self->first == 0)
    dem_robustness_measure (self->evaluation, thesis, NULL, &self->band, NULL);
}

DemScene *
dem_argument_scene_new (const DemSceneInput *input)
{
  return dem_argument_scene_new_from (input, 0);
}

DemScene *
dem_argument_scene_new_from (const DemSceneInput *input, guint row)
{
  DemArgumentScene *self;
  double resolution;

  g_return_val_if_fail (input != NULL && DEM_IS_DOSSIER (input->dossier), NULL);

  self = g_object_new (DEM_TYPE_ARGUMENT_SCENE, NULL);
  resolution = pango_cairo_context_get_resolution (input->pango);
  self->outline = dem_outline_new (input->dossier, dem_focus_get_scenario (input->focus));
  self->dossier = g_object_ref (input->dossier);
  self->relevance = dem_relevance_ref (input->relevance);
  self->palette = input->palette;
  self->pango = g_object_ref (input->pango);
  self->scale = resolution > 0 ? resolution / 96 : 1;
  self->width = input->width;
  self->page_height = input->height;
  self->first = row;
  evaluate (self, dem_focus_get_scenario (input->focus));
  lay_out (self);
  break_page (self);
  collect_marks (self);
  return DEM_SCENE (self);
}

guint
dem_argument_scene_get_next (DemArgumentScene *self)
{
  g_return_val_if_fail (DEM_IS_ARGUMENT_SCENE (self), 0);

  return self->next;
}

double
dem_argument_scene_measure_height (const DemSceneInput *input)
{
  g_autoptr (DemScene) scene = dem_argument_scene_new (input);
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);
  const Row *last;

  if (self->rows->len == 0)
    return 0;
  last = &g_array_index (self->rows, Row, self->rows->len - 1);
  return ceil (last->y + last->height);
}
