/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* While time passes, only what changes moves: each layout is compared with the one of a moment before. */

#include "tests/support/map_stage.h"
#include "ui/map/map_layout.h"

#define WIDTH 1020
#define HEIGHT 520
#define STEP 20 /* days */

static DemMapLayout *
make_layout (Stage *stage, DemMapWorld *world, const DemMapLayout *before)
{
  g_autoptr (DemMapContent) content = dem_map_content_new (world, get_input (stage, WIDTH, HEIGHT));
  DemMapCamera home
      = dem_map_camera_home (dem_map_world_get_projection (world), dem_map_world_get_extent (world));
  DemMapUnfold folded = dem_map_unfold_at_rest (1.0, DEM_NO_INDEX);
  return dem_map_layout_new (content, WIDTH, HEIGHT, home, &folded, before, 1);
}

static const DemMapArc *
find_arc (const DemMapLayout *layout, guint32 pair)
{
  for (guint i = 0; i < layout->arcs->len; i++)
    if (dem_map_layout_get_tie (layout, &g_array_index (layout->arcs, DemMapArc, i))->pair == pair)
      return &g_array_index (layout->arcs, DemMapArc, i);
  return NULL;
}

static const DemMapLabel *
find_label (const DemMapLayout *layout, guint32 pair)
{
  for (guint i = 0; i < layout->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (layout->labels, DemMapLabel, i);
      if (dem_map_layout_get_tie (layout, &g_array_index (layout->arcs, DemMapArc, label->arc))->pair == pair)
        return label;
    }
  return NULL;
}

static const DemMapPlate *
find_plate (const DemMapLayout *layout, guint32 seat)
{
  for (guint i = 0; i < layout->plates->len; i++)
    if (dem_map_layout_get_post (layout, i)->seat == seat)
      return &g_array_index (layout->plates, DemMapPlate, i);
  return NULL;
}

/* What a step changed: pairs that stand otherwise, arcs and posts that came or went. */
typedef struct
{
  guint restated;
  guint arcs;
  guint posts;
} Step;

static gboolean
is_same_curve (const DemMapArc *a, const DemMapArc *b)
{
  return fabs (a->x0 - b->x0) < 0.01 && fabs (a->y0 - b->y0) < 0.01 && fabs (a->cx - b->cx) < 0.01
         && fabs (a->cy - b->cy) < 0.01 && fabs (a->x1 - b->x1) < 0.01 && fabs (a->y1 - b->y1) < 0.01;
}

static Step
compare_arcs (const DemMapLayout *before, const DemMapLayout *after)
{
  Step step = { .arcs = before->arcs->len };

  for (guint i = 0; i < after->arcs->len; i++)
    {
      const DemMapArc *arc = &g_array_index (after->arcs, DemMapArc, i);
      const DemMapTie *tie = dem_map_layout_get_tie (after, arc);
      const DemMapArc *old = find_arc (before, tie->pair);
      if (old == NULL)
        {
          step.arcs++;
          continue;
        }
      step.arcs--;
      step.restated += dem_map_layout_get_tie (before, old)->relation != tie->relation;
      /* Even a pair that stands otherwise keeps its place: only its line changes. */
      g_assert_true (is_same_curve (old, arc));
    }
  return step;
}

static void
assert_same_box (const graphene_rect_t *a, const graphene_rect_t *b)
{
  g_assert_cmpfloat_with_epsilon (a->origin.x, b->origin.x, 0.01);
  g_assert_cmpfloat_with_epsilon (a->origin.y, b->origin.y, 0.01);
}

static guint
count_moved (const DemMapLayout *before, const DemMapLayout *after)
{
  guint moved = 0;
  for (guint i = 0; i < after->plates->len; i++)
    {
      const DemMapPlate *plate = &g_array_index (after->plates, DemMapPlate, i);
      const DemMapPlate *old = find_plate (before, dem_map_layout_get_post (after, i)->seat);
      if (old != NULL && old->name != NULL && plate->name != NULL && old->side != plate->side)
        moved++;
    }
  return moved;
}

static void
assert_markers_stay (const DemMapLayout *before, const DemMapLayout *after)
{
  for (guint i = 0; i < after->spots->len; i++)
    {
      const DemMapSpot *spot = &g_array_index (after->spots, DemMapSpot, i);
      const DemMapPlate *old = find_plate (before, dem_map_layout_get_post (after, i)->seat);
      if (old == NULL)
        continue;
      const DemMapSpot *was = &g_array_index (before->spots, DemMapSpot, old->spot);
      g_assert_cmpfloat_with_epsilon (spot->x, was->x, 0.01);
      g_assert_cmpfloat_with_epsilon (spot->y, was->y, 0.01);
    }
}

static void
assert_labels_stay (const DemMapLayout *before, const DemMapLayout *after)
{
  for (guint i = 0; i < after->labels->len; i++)
    {
      const DemMapLabel *label = &g_array_index (after->labels, DemMapLabel, i);
      guint32 pair = dem_map_layout_get_tie (after, &g_array_index (after->arcs, DemMapArc, label->arc))->pair;
      const DemMapLabel *old = find_label (before, pair);
      if (old != NULL && old->layout == label->layout)
        assert_same_box (&old->bounds, &label->bounds);
    }
}

/* How many seats came or went, or have others sitting there. */
static guint
count_posts (const DemMapLayout *before, const DemMapLayout *after)
{
  guint changed = before->plates->len;
  for (guint i = 0; i < after->plates->len; i++)
    {
      const DemMapPost *post = dem_map_layout_get_post (after, i);
      const DemMapPlate *old = find_plate (before, post->seat);
      const DemMapPost *was = old != NULL ? dem_map_layout_get_post (before, old->spot) : NULL;
      if (was == NULL)
        changed++;
      else if (was->state == post->state && was->heads->len == post->heads->len)
        changed--;
    }
  return changed;
}

/* The period's end goes through all of a dossier's time. */
static void
test_steps (gconstpointer data)
{
  Stage stage;
  open_stage (&stage, load_file (data));
  g_autoptr (DemMapWorld) world = dem_map_world_new (stage.dossier, FALSE, 1.0);
  DemPeriod span = dem_dossier_get_span (stage.dossier);
  g_autoptr (DemMapLayout) before = NULL;
  guint n_restated = 0, n_moved = 0, n_steps = 0;

  for (DemDay day = span.first + STEP; day <= span.last; day += STEP)
    {
      dem_focus_set_period (stage.focus, (DemPeriod){ span.first, day });
      DemMapLayout *after = make_layout (&stage, world, before);
      if (before != NULL)
        {
          Step step = compare_arcs (before, after);
          guint moved = count_moved (before, after);
          step.posts = count_posts (before, after);
          n_steps++;
          n_restated += step.restated;
          n_moved += moved;
          assert_markers_stay (before, after);
          /* A line that comes may push a name aside, a line that stands otherwise must not. */
          if (step.arcs == 0 && step.posts == 0)
            g_assert_cmpuint (moved, ==, 0);
          if (step.arcs == 0 && step.posts == 0 && step.restated == 0)
            assert_labels_stay (before, after);
        }
      g_clear_pointer (&before, dem_map_layout_free);
      before = after;
    }
  g_test_message ("%u steps, %u pairs stood otherwise, %u names changed sides", n_steps, n_restated, n_moved);
  g_assert_cmpuint (n_restated, >=, 5);
  g_assert_cmpuint (n_moved, <=, 12);
  close_stage (&stage);
}

/* The step that turns China and North Korea from strained to friendly changes that pair and nothing else. */
static void
test_one_pair (gconstpointer data)
{
  gboolean perspective = GPOINTER_TO_INT (data);
  DemDay change = dem_day_from_date (2018, 3, 8), first = dem_day_from_date (2017, 1, 1);
  Stage stage;
  open_stage (&stage, load_file ("north-korea-2020.dossier.json"));
  guint32 pair = dem_dossier_find (stage.dossier, "china+north-korea").index;
  g_autoptr (DemMapWorld) world = dem_map_world_new (stage.dossier, FALSE, 1.0);

  if (perspective)
    dem_focus_set_perspective (stage.focus, dem_dossier_find (stage.dossier, "china").index);
  dem_focus_set_period (stage.focus, (DemPeriod){ first, change - 1 });
  g_autoptr (DemMapLayout) before = make_layout (&stage, world, NULL);
  dem_focus_set_period (stage.focus, (DemPeriod){ first, change });
  g_autoptr (DemMapLayout) after = make_layout (&stage, world, before);

  g_assert_cmpuint (count_moved (before, after), ==, 0);
  g_assert_cmpuint (count_posts (before, after), ==, 0);
  assert_markers_stay (before, after);
  if (perspective)
    {
      DemLandStyle *was = dem_map_content_get_land_style (before->content);
      DemLandStyle *is = dem_map_content_get_land_style (after->content);
      guint n_changed = 0;
      for (char code[] = "AA"; code[0] <= 'Z'; code[1] == 'Z' ? (code[0]++, code[1] = 'A') : code[1]++)
        n_changed += dem_land_style_get_stance (was, code) != dem_land_style_get_stance (is, code);
      g_assert_cmpuint (n_changed, ==, 1);
      g_assert_cmpint (dem_land_style_get_stance (was, "KP"), ==, DEM_STANCE_STRAINED);
      g_assert_cmpint (dem_land_style_get_stance (is, "KP"), ==, DEM_STANCE_FRIENDLY);
    }
  else
    {
      g_assert_cmpint (dem_map_layout_get_tie (before, find_arc (before, pair))->stance, ==, DEM_STANCE_STRAINED);
      g_assert_cmpint (dem_map_layout_get_tie (after, find_arc (after, pair))->stance, ==, DEM_STANCE_FRIENDLY);
      for (guint i = 0; i < after->arcs->len; i++)
        {
          const DemMapArc *arc = &g_array_index (after->arcs, DemMapArc, i);
          const DemMapArc *old = find_arc (before, dem_map_layout_get_tie (after, arc)->pair);
          g_assert_true (old != NULL && is_same_curve (old, arc));
        }
    }
  close_stage (&stage);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/map/playback/steps/korea", "north-korea-2020.dossier.json", test_steps);
  g_test_add_data_func ("/map/playback/steps/panama", "panama-canal-1978.dossier.json", test_steps);
  g_test_add_data_func ("/map/playback/one-pair/arcs", GINT_TO_POINTER (FALSE), test_one_pair);
  g_test_add_data_func ("/map/playback/one-pair/shades", GINT_TO_POINTER (TRUE), test_one_pair);
  return g_test_run ();
}
