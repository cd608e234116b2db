/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_scene_private.h"

#include <math.h>

#include "app/argument/robustness.h"
#include "ui/argument/outline_links.h"
#include "ui/argument/outline_words.h"

#define HEADING_BELOW 4.0
#define TEXT_START 28.0 /* from the start of a row that is not indented: the sign and a gap */
#define LEAST_TEXT_WIDTH 60.0
#define THESIS_POINTS 12.0

static void scene_init (DemSceneInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DemArgumentScene,
                               dem_argument_scene,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (DEM_TYPE_SCENE, scene_init))

const DemOutlineNode *
dem_argument_scene_get_node (DemArgumentScene *self, const DemPageRow *row)
{
  return dem_outline_get_node (self->outline, row->node);
}

static DemRef
get_ref (DemArgumentScene *self, const DemPageRow *row)
{
  return DEM_REF (CLAIM, dem_argument_scene_get_node (self, row)->claim);
}

/* ---- Layout ---- */

double
dem_argument_scene_get_text_start (DemArgumentScene *self, const DemOutlineNode *node)
{
  if (node->sign == DEM_SIGN_THESIS)
    return DEM_PAGE_CARD_PADDING;
  return TEXT_START * self->scale + DEM_OUTLINE_INDENT * dem_outline_get_level (node);
}

PangoLayout *
dem_argument_scene_create_text (DemArgumentScene *self, const DemOutlineNode *node)
{
  gboolean is_thesis = node->sign == DEM_SIGN_THESIS;
  gboolean bold = is_thesis || (node->depth == 1 && node->parent != DEM_NO_NODE);
  double margin = is_thesis ? DEM_PAGE_CARD_PADDING : 0;
  double width
      = MAX (self->width - dem_argument_scene_get_text_start (self, node) - margin, LEAST_TEXT_WIDTH);
  PangoLayout *layout = dem_paint_layout (self->pango, dem_dossier_claim (self->dossier, node->claim)->text,
                                          is_thesis ? THESIS_POINTS : DEM_PAGE_TEXT_POINTS,
                                          bold ? DEM_TEXT_BOLD : DEM_TEXT_NORMAL);

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  return layout;
}

/* A row without its heading: its text, a line beneath, and what surrounds them. */
static double
measure_body (DemArgumentScene *self, const DemOutlineNode *node)
{
  g_autoptr (PangoLayout) text = dem_argument_scene_create_text (self, node);
  double height, meta = dem_paint_line_height (self->pango, DEM_PAGE_META_POINTS);

  dem_paint_measure (text, NULL, &height);
  if (node->sign == DEM_SIGN_THESIS)
    return height + 2 * meta + 2 * DEM_PAGE_CARD_PADDING;
  return height + meta + 2 * DEM_PAGE_ROW_PADDING;
}

static double
measure_heading (DemArgumentScene *self, guint32 node)
{
  if (!dem_outline_starts_section (self->outline, node))
    return 0;
  return DEM_PAGE_HEADING_ABOVE + dem_paint_line_height (self->pango, DEM_PAGE_HEADING_POINTS)
         + HEADING_BELOW;
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
      DemPageRow row = { .node = i, .y = y };

      if (node->parent != DEM_NO_NODE)
        row.passing
            = dem_outline_links_passing (dem_outline_get_node (self->outline, node->parent),
                                         g_array_index (self->rows, DemPageRow, node->parent).passing);
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
  const DemPageRow *last;
  double room = self->page_height;
  guint i = self->first;

  self->next = 0;
  if (self->rows->len <= self->first)
    return;
  last = &g_array_index (self->rows, DemPageRow, self->rows->len - 1);
  if (last->y + last->height <= room)
    return;
  room -= dem_paint_line_height (self->pango, DEM_PAGE_META_POINTS);
  while (i < self->rows->len
         && (i == self->first
             || g_array_index (self->rows, DemPageRow, i).y + g_array_index (self->rows, DemPageRow, i).height
                    <= room))
    i++;
  self->next = i < self->rows->len ? i : 0;
}

guint
dem_argument_scene_get_end (DemArgumentScene *self)
{
  return self->next != 0 ? self->next : self->rows->len;
}

static void
collect_marks (DemArgumentScene *self)
{
  for (guint i = self->first; i < dem_argument_scene_get_end (self); i++)
    {
      const DemPageRow *row = &g_array_index (self->rows, DemPageRow, i);
      DemMark mark = { get_ref (self, row),
                       GRAPHENE_RECT_INIT (0, (float) (row->y + row->heading), (float) self->width,
                                           (float) (row->height - row->heading)) };

      if (!dem_argument_scene_get_node (self, row)->is_reference)
        g_array_append_val (self->marks, mark);
    }
}

/* ---- Pointing ---- */

static DemRef
hit (DemScene *scene, double x, double y, double tolerance)
{
  DemArgumentScene *self = DEM_ARGUMENT_SCENE (scene);

  for (guint i = self->first; i < dem_argument_scene_get_end (self); i++)
    {
      const DemPageRow *row = &g_array_index (self->rows, DemPageRow, i);

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
  interface->draw = dem_argument_scene_draw;
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
  self->rows = g_array_new (FALSE, FALSE, sizeof (DemPageRow));
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
  const DemPageRow *last;

  if (self->rows->len == 0)
    return 0;
  last = &g_array_index (self->rows, DemPageRow, self->rows->len - 1);
  return ceil (last->y + last->height);
}
