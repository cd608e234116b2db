/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the timeline need not draw again: a picture in which nothing changed, and the overview while one moves through time.
 * And what it must: the overview of other events, of another size, in other letters. */

#include "tests/support/timeline.h"

typedef struct
{
  Sample sample;
  DemTimelineIndex *index;
  DemLabelCache *labels;
  DemOverviewMemory *overview;
  double width;
} Moving;

static Moving
moving_new (void)
{
  Moving moving = { .sample = sample_new (open_fixture ("../data/dossiers/north-korea-2020.dossier.json")),
                    .labels = dem_label_cache_new (),
                    .overview = dem_overview_memory_new (),
                    .width = WIDTH };

  moving.index = dem_timeline_index_new (moving.sample.dossier, DEM_NO_INDEX);
  return moving;
}

static void
moving_clear (Moving *moving)
{
  dem_overview_memory_free (moving->overview);
  dem_label_cache_free (moving->labels);
  dem_timeline_index_unref (moving->index);
  sample_clear (&moving->sample);
}

static GskRenderNode *
draw (DemScene *scene)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  dem_scene_draw (scene, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

/* The picture of some years. */
static GskRenderNode *
look_at (Moving *moving, gint64 first, gint64 last)
{
  DemSceneInput input = { .dossier = moving->sample.dossier,
                          .focus = moving->sample.focus,
                          .relevance = dem_focus_get_relevance (moving->sample.focus),
                          .palette = dem_palette_get (FALSE, FALSE),
                          .pango = moving->sample.pango,
                          .width = moving->width,
                          .height = HEIGHT };
  DemTimelineOptions options = { .index = moving->index,
                                 .labels = moving->labels,
                                 .overview = moving->overview,
                                 .first = (double) dem_day_from_date (first, 1, 1),
                                 .last = (double) dem_day_from_date (last, 1, 1) };
  g_autoptr (DemScene) scene = dem_timeline_scene_new_with_options (&input, &options);

  return draw (scene);
}

static void
add_nodes (GskRenderNode *node, GHashTable *nodes)
{
  g_hash_table_add (nodes, node);
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE)
    for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
      add_nodes (gsk_container_node_get_child (node, i), nodes);
}

/* How many nodes two pictures share. */
static guint
count_shared (GskRenderNode *a, GskRenderNode *b)
{
  g_autoptr (GHashTable) nodes_a = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) nodes_b = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer node;
  guint n = 0;

  add_nodes (a, nodes_a);
  add_nodes (b, nodes_b);
  g_hash_table_iter_init (&iter, nodes_a);
  while (g_hash_table_iter_next (&iter, &node, NULL))
    n += g_hash_table_contains (nodes_b, node);
  return n;
}

static void
test_still (void)
{
  Moving moving = moving_new ();
  g_autoptr (GskRenderNode) first = draw (moving.sample.scene);
  g_autoptr (GskRenderNode) second = draw (moving.sample.scene);

  g_assert_true (first == second);
  moving_clear (&moving);
}

static void
test_overview (void)
{
  Moving moving = moving_new ();
  g_autoptr (GskRenderNode) before = look_at (&moving, 1950, 1970);
  g_autoptr (GskRenderNode) after = look_at (&moving, 1955, 1990);

  g_assert_cmpuint (count_shared (before, after), >, 1);
  moving_clear (&moving);
}

static void
assert_drawn_again (Moving *moving, GskRenderNode *before)
{
  g_autoptr (GskRenderNode) after = look_at (moving, 1950, 1970);

  g_assert_cmpuint (count_shared (before, after), ==, 0);
}

static void
test_changes (void)
{
  Moving moving = moving_new ();
  g_autoptr (GskRenderNode) narrow = look_at (&moving, 1950, 1970);
  g_autoptr (GskRenderNode) wide = NULL;
  g_autoptr (GskRenderNode) large = NULL;

  moving.width = WIDTH + 1;
  assert_drawn_again (&moving, narrow);
  wide = look_at (&moving, 1950, 1970);
  pango_cairo_context_set_resolution (moving.sample.pango, 192);
  assert_drawn_again (&moving, wide);
  large = look_at (&moving, 1950, 1970);
  dem_timeline_index_unref (moving.index);
  moving.index = dem_timeline_index_new (moving.sample.dossier, 0);
  assert_drawn_again (&moving, large);
  moving_clear (&moving);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gtk_init_check ();
  g_test_add_func ("/timeline/nodes/still", test_still);
  g_test_add_func ("/timeline/nodes/overview", test_overview);
  g_test_add_func ("/timeline/nodes/changes", test_changes);
  return g_test_run ();
}
