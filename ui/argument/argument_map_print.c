/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/argument/argument_map_print.h"

#include "ui/argument/argument_map_plan.h"
#include "ui/argument/argument_map_scene.h"

#define ZOOM 0.75       /* of what takes several pages: text of 7 points */
#define LEAST_ZOOM 0.62 /* down to which it is rather made smaller than parted */
#define MARGIN 12.0
#define LEAST_ROOM 60.0 /* pixels, with less of which a page is not parted */
#define ALL_LEVELS G_MAXUINT
#define MOST_LEVELS 4 /* of a picture that cannot hold all */

/* An argument, unfolded, and what is needed to draw it. */
typedef struct
{
  DemClaimMap *map;
  DemArgumentLayout *layout;
  graphene_rect_t *boxes;
  DemEvaluation *now, *before;
  double frame;
} Whole;

/* By claim, whether it has a place above a level of the outline. */
static gboolean *
open_above (DemOutline *outline, guint level)
{
  gboolean *is_open
      = g_new0 (gboolean, dem_dossier_count (dem_outline_get_dossier (outline), DEM_KIND_CLAIM) + 1);

  for (guint32 i = 0; i < dem_outline_get_n_nodes (outline); i++)
    if (dem_outline_get_node (outline, i)->depth < level)
      is_open[dem_outline_get_node (outline, i)->claim] = TRUE;
  return is_open;
}

/* @is_open: (nullable): by claim, whether its reasons are shown */
static void
make_unfolded (Whole *whole, const DemSceneInput *input, DemOutline *outline, const gboolean *is_open)
{
  DemWhatIf what_if = { .scenario = dem_focus_get_scenario (input->focus) };
  g_autoptr (DemArgumentPlan) plan = NULL;

  whole->map = dem_claim_map_new (outline, is_open);
  plan = dem_argument_map_plan_new (whole->map, input->pango);
  whole->layout = dem_argument_layout_new (plan);
  whole->boxes = dem_argument_map_dup_boxes (whole->layout, *graphene_point_zero (),
                                             pango_context_get_base_dir (input->pango) == PANGO_DIRECTION_RTL);
  whole->before = dem_evaluation_new (input->dossier, NULL);
  whole->now = what_if.scenario != DEM_NO_INDEX ? dem_evaluation_new (input->dossier, &what_if)
                                                : dem_evaluation_ref (whole->before);
  whole->frame = dem_argument_map_get_frame (input->pango);
}

/* Down to a level of the outline. */
static void
make_whole (Whole *whole, const DemSceneInput *input, guint level)
{
  g_autoptr (DemOutline) outline = dem_outline_new (input->dossier, dem_focus_get_scenario (input->focus));
  g_autofree gboolean *is_open = level < ALL_LEVELS ? open_above (outline, level) : NULL;

  make_unfolded (whole, input, outline, is_open);
}

static void
clear_whole (Whole *whole)
{
  dem_claim_map_unref (whole->map);
  dem_argument_layout_unref (whole->layout);
  g_free (whole->boxes);
  dem_evaluation_unref (whole->now);
  dem_evaluation_unref (whole->before);
}

/* ---- Where pages begin ---- */

/* In one direction: the first page begins at 0, each further one with what the last had not whole. */
static GArray *
find_beginnings (Whole *whole, double room, gboolean down)
{
  GArray *beginnings = g_array_new (FALSE, FALSE, sizeof (double));
  guint n = dem_claim_map_count_boxes (whole->map);
  double at = 0, next = 0;

  do
    {
      at = next;
      next = G_MAXDOUBLE;
      g_array_append_val (beginnings, at);
      for (guint i = 0; i < n; i++)
        {
          const graphene_rect_t *box = &whole->boxes[i];
          double begin = down ? box->origin.y : box->origin.x;
          double size = down ? box->size.height : box->size.width;

          if (begin + size > at + room && begin > at)
            next = MIN (next, begin);
        }
    }
  while (next < G_MAXDOUBLE);
  return beginnings;
}

/* Whether a stretch holds another; but for a hair, as it may be as long as everything to the last digit. */
static gboolean
holds (double begin, double length, double other, double other_length)
{
  return other >= begin - 0.5 && other + other_length <= begin + length + 0.5;
}

static gboolean
shows_anything (Whole *whole, double x, double y, double width, double height)
{
  for (guint i = 0; i < dem_claim_map_count_boxes (whole->map); i++)
    {
      const graphene_rect_t *box = &whole->boxes[i];

      if (holds (x, width, box->origin.x, box->size.width) && holds (y, height, box->origin.y, box->size.height))
        return TRUE;
    }
  return FALSE;
}

/* The largest size at which a whole box fits, up to what suits the width. */
static double
choose_zoom (Whole *whole, double width, double height)
{
  double all_width, all_height, zoom, widest = 1, tallest = 1;

  dem_argument_layout_get_size (whole->layout, &all_width, &all_height);
  zoom = CLAMP (width / MAX (all_width, 1), LEAST_ZOOM, ZOOM);
  for (guint i = 0; i < dem_claim_map_count_boxes (whole->map); i++)
    {
      widest = MAX (widest, whole->boxes[i].size.width);
      tallest = MAX (tallest, whole->boxes[i].size.height);
    }
  return MIN (zoom, MIN (width / (widest + 1), height / (tallest + 1)));
}

/* ---- Pages ---- */

static void
add_page (GPtrArray *pages, Whole *whole, const DemSceneInput *input, DemStageCamera camera)
{
  DemArgumentMapState state = { .words = { whole->map, whole->now, whole->before },
                                .layout = whole->layout,
                                .camera = camera,
                                .handle = DEM_NO_INDEX,
                                .framed = TRUE };

  g_ptr_array_add (pages, dem_argument_map_scene_new_for_state (input, &state));
}

static void
add_pages (GPtrArray *pages, Whole *whole, const DemSceneInput *input, double width, double height)
{
  double zoom = choose_zoom (whole, width, height);
  g_autoptr (GArray) columns = find_beginnings (whole, width / zoom, FALSE);
  g_autoptr (GArray) rows = find_beginnings (whole, height / zoom, TRUE);

  for (guint i = 0; i < columns->len; i++)
    for (guint j = 0; j < rows->len; j++)
      {
        double x = g_array_index (columns, double, i), y = g_array_index (rows, double, j);
        DemStageCamera camera = { x + (input->width / 2 - MARGIN) / zoom, y + (input->height / 2 - MARGIN) / zoom, zoom };

        if (shows_anything (whole, x, y, width / zoom, height / zoom))
          add_page (pages, whole, input, camera);
      }
}

GPtrArray *
dem_argument_map_print (const DemSceneInput *input)
{
  GPtrArray *pages = g_ptr_array_new_with_free_func (g_object_unref);
  double width = input->width - 2 * MARGIN, height;
  DemStageCamera all;
  Whole whole;

  make_whole (&whole, input, ALL_LEVELS);
  height = input->height - 2 * MARGIN - whole.frame;
  all = dem_argument_map_fit (whole.layout, *graphene_point_zero (), input->width, input->height, whole.frame);
  if (all.zoom < LEAST_ZOOM && width >= LEAST_ROOM && height >= LEAST_ROOM)
    add_pages (pages, &whole, input, width, height);
  if (pages->len == 0)
    add_page (pages, &whole, input, all);
  clear_whole (&whole);
  return pages;
}

/* FALSE when it could not be read, unless there is nothing left to be folded. */
static gboolean
add_picture (GPtrArray *pages, const DemSceneInput *input, guint level)
{
  Whole whole;
  DemStageCamera all;
  gboolean fits;

  make_whole (&whole, input, level);
  all = dem_argument_map_fit (whole.layout, *graphene_point_zero (), input->width, input->height, whole.frame);
  fits = all.zoom >= LEAST_ZOOM || level == 1;
  if (fits)
    add_page (pages, &whole, input, all);
  clear_whole (&whole);
  return fits;
}

DemScene *
dem_argument_map_print_picture (const DemSceneInput *input)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  guint level = MOST_LEVELS;

  if (!add_picture (pages, input, ALL_LEVELS))
    while (!add_picture (pages, input, level))
      level--;
  return g_ptr_array_steal_index (pages, 0);
}

/* ---- What is selected ---- */

static gboolean
is_thesis (DemOutline *outline, DemRef ref)
{
  guint32 node = ref.kind == DEM_KIND_CLAIM ? dem_outline_find_claim (outline, ref.index) : DEM_NO_NODE;

  return node != DEM_NO_NODE && dem_outline_get_node (outline, node)->sign == DEM_SIGN_THESIS;
}

/* Unfolds what leads to the selected claims and steps, and the reasons of a thesis. FALSE when there are none. */
static gboolean
open_selected (const DemSceneInput *input, DemOutline *outline, gboolean *is_open)
{
  gboolean any = FALSE;
  guint n;
  const DemRef *selection = dem_focus_get_selection (input->focus, &n);

  for (guint i = 0; i < n; i++)
    if (selection[i].kind == DEM_KIND_CLAIM || selection[i].kind == DEM_KIND_INFERENCE)
      {
        dem_claim_map_reveal (outline, is_open, selection[i]);
        if (is_thesis (outline, selection[i]))
          is_open[selection[i].index] = TRUE;
        any = TRUE;
      }
  return any;
}

static void
include_claim (Whole *whole, guint32 claim, graphene_rect_t *bounds, gboolean *any)
{
  guint32 box = dem_claim_map_find_claim (whole->map, claim);

  if (box == DEM_NO_NODE)
    return;
  if (*any)
    graphene_rect_union (bounds, &whole->boxes[box], bounds);
  else
    *bounds = whole->boxes[box];
  *any = TRUE;
}

/* The selected claims, what steps they are premises of lead to, the premises of selected steps and the reasons of a selected
 * thesis. */
static gboolean
find_selected (Whole *whole, const DemSceneInput *input, graphene_rect_t *bounds)
{
  gboolean any = FALSE;

  for (guint i = 0; i < dem_claim_map_count_steps (whole->map); i++)
    {
      const DemClaimMapStep *step = dem_claim_map_get_step (whole->map, i);
      const DemInference *inference = dem_dossier_inference (input->dossier, step->inference);
      gboolean is_selected = dem_focus_is_selected (input->focus, DEM_REF (INFERENCE, step->inference))
                             || (dem_focus_is_selected (input->focus, inference->to)
                                 && is_thesis (dem_claim_map_get_outline (whole->map), inference->to));

      for (guint j = 0; j < inference->n_from; j++)
        if (is_selected || dem_focus_is_selected (input->focus, DEM_REF (CLAIM, inference->from[j])))
          {
            include_claim (whole, inference->from[j], bounds, &any);
            if (inference->to.kind == DEM_KIND_CLAIM)
              include_claim (whole, inference->to.index, bounds, &any);
          }
    }
  for (guint i = 0; i < dem_claim_map_count_boxes (whole->map); i++)
    if (dem_focus_is_selected (input->focus, DEM_REF (CLAIM, dem_claim_map_get_box (whole->map, i)->claim)))
      include_claim (whole, dem_claim_map_get_box (whole->map, i)->claim, bounds, &any);
  return any;
}

DemScene *
dem_argument_map_print_selected (const DemSceneInput *input)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (DemOutline) outline = dem_outline_new (input->dossier, dem_focus_get_scenario (input->focus));
  g_autofree gboolean *is_open = open_above (outline, 0);
  graphene_rect_t bounds;
  Whole whole;

  if (!open_selected (input, outline, is_open))
    return dem_argument_map_print_picture (input);
  make_unfolded (&whole, input, outline, is_open);
  if (find_selected (&whole, input, &bounds))
    {
      double width = MAX (input->width - 4 * MARGIN, 1), height = MAX (input->height - 4 * MARGIN - whole.frame, 1);
      double zoom = CLAMP (MIN (width / bounds.size.width, height / bounds.size.height), LEAST_ZOOM, 1);

      add_page (pages, &whole, input,
                (DemStageCamera){ bounds.origin.x + bounds.size.width / 2,
                                  bounds.origin.y + bounds.size.height / 2 + whole.frame / 2 / zoom, zoom });
    }
  clear_whole (&whole);
  return pages->len > 0 ? g_ptr_array_steal_index (pages, 0) : dem_argument_map_print_picture (input);
}

void
dem_argument_map_measure_all (const DemSceneInput *input, double *width, double *height)
{
  Whole whole;

  make_whole (&whole, input, ALL_LEVELS);
  dem_argument_layout_get_size (whole.layout, width, height);
  *width += 3 * MARGIN;
  *height += 3 * MARGIN + whole.frame;
  clear_whole (&whole);
}
