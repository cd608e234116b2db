/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/layout/network_layout.h"

#include <locale.h>
#include <math.h>

#include "app/layout/boxes.h"
#include "app/layout/graph_layout.h"
#include "app/layout/route.h"

/* ---- Graphs ---- */

static guint
add (DemNetworkGraph *graph, const char *id, guint head)
{
  DemNetworkNode node = { id, head, 90, 10, 30, NAN, NAN, NAN, NAN };
  return dem_network_graph_add_node (graph, &node);
}

/* So many heads in a ring, each with so many members, every third pair of heads linked. */
static DemNetworkGraph *
make_ring (guint n_heads, guint n_members)
{
  DemNetworkGraph *graph = dem_network_graph_new ();

  for (guint i = 0; i < n_heads; i++)
    {
      g_autofree char *id = g_strdup_printf ("head-%u", i);
      guint head = add (graph, id, DEM_NETWORK_NO_NODE);
      for (guint j = 0; j < n_members; j++)
        {
          g_autofree char *member = g_strdup_printf ("member-%u-%u", i, j);
          add (graph, member, head);
        }
    }
  for (guint i = 0; i < n_heads; i++)
    for (guint j = i + 1; j < n_heads; j++)
      if (j == i + 1 || (i + j) % 3 == 0)
        dem_network_graph_add_link (graph, i * (n_members + 1), j * (n_members + 1));
  return graph;
}

static DemNetworkGraph *
make_random (guint seed, guint n_heads, guint n_members, guint n_links)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  DemNetworkGraph *graph = dem_network_graph_new ();
  guint n;

  for (guint i = 0; i < n_heads; i++)
    {
      g_autofree char *id = g_strdup_printf ("head-%u", i);
      add (graph, id, DEM_NETWORK_NO_NODE);
    }
  for (guint i = 0; i < n_members; i++)
    {
      g_autofree char *id = g_strdup_printf ("member-%u", i);
      DemNetworkNode node
          = { id, (guint) g_rand_int_range (random, 0, (int) n_heads + 1), 0, 10, 30, NAN, NAN, NAN, NAN };
      node.width = g_rand_double_range (random, 30, 160);
      node.below = g_rand_double_range (random, 20, 60);
      if (node.head == n_heads)
        node.head = DEM_NETWORK_NO_NODE;
      dem_network_graph_add_node (graph, &node);
    }
  n = dem_network_graph_count_nodes (graph);
  for (guint i = 0; i < n_links; i++)
    dem_network_graph_add_link (graph, (guint) g_rand_int_range (random, 0, (int) n),
                                (guint) g_rand_int_range (random, 0, (int) n));
  return graph;
}

/* ---- What must hold of any layout ---- */

static DemBox
get_box (DemNetworkLayout *layout, guint i)
{
  const DemNetworkNode *node = &dem_network_graph_get_nodes (dem_network_layout_get_graph (layout))[i];
  const DemNetworkSpot *spot = &dem_network_layout_get_spots (layout)[i];

  if (spot->hull_width > 0)
    return (DemBox){ spot->x, spot->y, 18, 18 };
  return (DemBox){ spot->x, spot->y + (node->below - node->above) / 2, node->width,
                   node->above + node->below };
}

static double
get_hull_distance (const DemNetworkSpot *spot, double x, double y)
{
  return hypot ((x - spot->hull_x) / (spot->hull_width / 2), (y - spot->hull_y) / (spot->hull_height / 2));
}

static void
assert_in_hull (DemNetworkLayout *layout, guint node, guint head)
{
  DemBox box = get_box (layout, node);
  const DemNetworkSpot *hull = &dem_network_layout_get_spots (layout)[head];

  for (int corner = 0; corner < 4; corner++)
    g_assert_cmpfloat (get_hull_distance (hull, box.x + (corner & 1 ? 0.5 : -0.5) * box.width,
                                          box.y + (corner & 2 ? 0.5 : -0.5) * box.height),
                       <=, 1.0 + 1e-9);
}

static void
assert_sound (DemNetworkLayout *layout)
{
  DemNetworkGraph *graph = dem_network_layout_get_graph (layout);
  const DemNetworkNode *nodes = dem_network_graph_get_nodes (graph);
  const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);
  guint n = dem_network_graph_count_nodes (graph);

  for (guint i = 0; i < n; i++)
    {
      DemBox a = get_box (layout, i);
      g_assert_true (isfinite (spots[i].x) && isfinite (spots[i].y));
      if (nodes[i].head != DEM_NETWORK_NO_NODE)
        assert_in_hull (layout, i, nodes[i].head);
      if (spots[i].hull_width > 0)
        g_assert_cmpfloat_with_epsilon (get_hull_distance (&spots[i], spots[i].x, spots[i].y), 1, 1e-6);
      for (guint j = i + 1; j < n; j++)
        {
          DemBox b = get_box (layout, j);
          g_assert_false (dem_boxes_overlap (&a, &b, 0));
          if (spots[i].hull_width > 0 && spots[j].hull_width > 0)
            {
              DemBox hull = { spots[i].hull_x, spots[i].hull_y, spots[i].hull_width, spots[i].hull_height };
              DemBox other = { spots[j].hull_x, spots[j].hull_y, spots[j].hull_width, spots[j].hull_height };
              g_assert_false (dem_boxes_overlap (&hull, &other, 0));
            }
        }
    }
}

static void
test_sound (void)
{
  static const guint sizes[][3]
      = { { 1, 0, 0 },   { 1, 1, 0 },   { 2, 3, 3 },     { 5, 12, 20 }, { 9, 30, 30 },
          { 12, 80, 0 }, { 3, 60, 90 }, { 40, 90, 120 }, { 70, 0, 200 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint seed = 0; seed < 4; seed++)
      {
        g_autoptr (DemNetworkGraph) graph = make_random (seed, sizes[i][0], sizes[i][1], sizes[i][2]);
        g_autoptr (DemNetworkLayout) layout = dem_network_layout_new (graph, NULL);
        assert_sound (layout);
      }
}

static void
test_empty (void)
{
  g_autoptr (DemNetworkGraph) graph = dem_network_graph_new ();
  g_autoptr (DemNetworkLayout) layout = dem_network_layout_new (graph, NULL);
  double x, y, width, height;

  dem_network_layout_get_bounds (layout, &x, &y, &width, &height);
  g_assert_cmpfloat (width, ==, 0);
  g_assert_cmpfloat (height, ==, 0);
}

static void
test_bounds (void)
{
  g_autoptr (DemNetworkGraph) graph = make_random (7, 6, 20, 12);
  g_autoptr (DemNetworkLayout) layout = dem_network_layout_new (graph, NULL);
  double x, y, width, height;

  dem_network_layout_get_bounds (layout, &x, &y, &width, &height);
  for (guint i = 0; i < dem_network_graph_count_nodes (graph); i++)
    {
      DemBox box = get_box (layout, i);
      g_assert_cmpfloat (box.x - box.width / 2, >=, x - 2);
      g_assert_cmpfloat (box.x + box.width / 2, <=, x + width + 2);
      g_assert_cmpfloat (box.y - box.height / 2, >=, y - 2);
      g_assert_cmpfloat (box.y + box.height / 2, <=, y + height + 2);
    }
}

static void
assert_same (DemNetworkLayout *a, DemNetworkLayout *b)
{
  guint n = dem_network_graph_count_nodes (dem_network_layout_get_graph (a));

  g_assert_cmpmem (dem_network_layout_get_spots (a), n * sizeof (DemNetworkSpot),
                   dem_network_layout_get_spots (b), n * sizeof (DemNetworkSpot));
}

static void
test_deterministic (void)
{
  g_autoptr (DemNetworkGraph) graph = make_random (3, 8, 30, 40);
  g_autoptr (DemNetworkLayout) a = dem_network_layout_new (graph, NULL);
  g_autoptr (DemNetworkLayout) b = dem_network_layout_new (graph, NULL);

  assert_same (a, b);
}

/* ---- The layout before ---- */

static double
get_farthest_move (DemNetworkLayout *a, DemNetworkLayout *b)
{
  DemNetworkGraph *before = dem_network_layout_get_graph (a), *after = dem_network_layout_get_graph (b);
  double farthest = 0;

  for (guint i = 0; i < dem_network_graph_count_nodes (before); i++)
    for (guint j = 0; j < dem_network_graph_count_nodes (after); j++)
      if (g_str_equal (dem_network_graph_get_nodes (before)[i].id, dem_network_graph_get_nodes (after)[j].id))
        {
          const DemNetworkSpot *x = &dem_network_layout_get_spots (a)[i],
                               *y = &dem_network_layout_get_spots (b)[j];
          farthest = MAX (farthest, hypot (x->x - y->x, x->y - y->y));
        }
  return farthest;
}

static void
test_stable_when_equal (void)
{
  for (guint seed = 0; seed < 6; seed++)
    {
      g_autoptr (DemNetworkGraph) graph = make_random (seed, 7, 25, 30);
      g_autoptr (DemNetworkLayout) first = dem_network_layout_new (graph, NULL);
      g_autoptr (DemNetworkLayout) second = dem_network_layout_new (graph, first);
      g_autoptr (DemNetworkLayout) third = dem_network_layout_new (graph, second);

      /* A head may still find a better side of its hull; nobody else moves. */
      g_assert_cmpfloat (get_farthest_move (second, third), <, 1);
    }
}

static void
test_stable_when_one_joins (void)
{
  for (guint n_members = 1; n_members < 8; n_members++)
    {
      g_autoptr (DemNetworkGraph) graph = make_ring (6, n_members);
      g_autoptr (DemNetworkGraph) more = make_ring (6, n_members);
      g_autoptr (DemNetworkLayout) first = dem_network_layout_new (graph, NULL);
      g_autoptr (DemNetworkLayout) before = dem_network_layout_new (graph, first);
      g_autoptr (DemNetworkLayout) after = NULL;

      add (more, "newcomer", 0);
      after = dem_network_layout_new (more, before);
      assert_sound (after);
      g_assert_cmpfloat (get_farthest_move (before, after), <, 120);
    }
}

static void
test_stable_when_a_head_joins (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (6, 4);
  g_autoptr (DemNetworkGraph) more = make_ring (6, 4);
  g_autoptr (DemNetworkLayout) before = dem_network_layout_new (graph, NULL);
  g_autoptr (DemNetworkLayout) after = NULL;
  guint newcomer = add (more, "newcomer", DEM_NETWORK_NO_NODE);

  dem_network_graph_add_link (more, newcomer, 0);
  after = dem_network_layout_new (more, before);
  assert_sound (after);
  g_assert_cmpfloat (get_farthest_move (before, after), <, 120);
}

/* Who leaves and comes again stands where he stood. */
static void
test_remembers_the_absent (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (6, 3);
  g_autoptr (DemNetworkGraph) less = make_ring (5, 2);
  g_autoptr (DemNetworkLayout) begun = dem_network_layout_new (graph, NULL);
  g_autoptr (DemNetworkLayout) first = dem_network_layout_new (graph, begun);
  g_autoptr (DemNetworkLayout) second = dem_network_layout_new (less, first);
  g_autoptr (DemNetworkLayout) third = dem_network_layout_new (graph, second);

  assert_sound (second);
  assert_sound (third);
  g_assert_cmpfloat (get_farthest_move (first, third), <, 120);
}

static void
test_head_gains_members (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (4, 0);
  g_autoptr (DemNetworkGraph) more = make_ring (4, 0);
  g_autoptr (DemNetworkLayout) before = dem_network_layout_new (graph, NULL);
  g_autoptr (DemNetworkLayout) after = NULL;
  g_autoptr (DemNetworkLayout) again = NULL;

  add (more, "member", 2);
  after = dem_network_layout_new (more, before);
  assert_sound (after);
  again = dem_network_layout_new (graph, after);
  assert_sound (again);
}

/* ---- Pins ---- */

static void
test_pins (void)
{
  DemNetworkGraph *graph = dem_network_graph_new ();
  DemNetworkNode head = { "head", DEM_NETWORK_NO_NODE, 90, 10, 30, NAN, NAN, 400, -300 };
  DemNetworkNode member = { "member", 0, 90, 10, 30, NAN, NAN, NAN, NAN };
  DemNetworkNode pinned = { "pinned", 0, 90, 10, 30, NAN, NAN, 77, 88 };
  DemNetworkNode other = { "other", DEM_NETWORK_NO_NODE, 90, 10, 30, NAN, NAN, 500, 500 };
  g_autoptr (DemNetworkLayout) layout = NULL;
  const DemNetworkSpot *spots;

  dem_network_graph_add_node (graph, &head);
  dem_network_graph_add_node (graph, &member);
  dem_network_graph_add_node (graph, &pinned);
  dem_network_graph_add_node (graph, &other);
  dem_network_graph_add_link (graph, 0, 3);
  layout = dem_network_layout_new (graph, NULL);
  spots = dem_network_layout_get_spots (layout);
  g_assert_cmpfloat_with_epsilon (spots[0].x, 400, 1e-6);
  g_assert_cmpfloat_with_epsilon (spots[0].y, -300, 1e-6);
  g_assert_cmpfloat (spots[2].x, ==, 77);
  g_assert_cmpfloat (spots[2].y, ==, 88);
  g_assert_cmpfloat (spots[3].x, ==, 500);
  g_assert_cmpfloat_with_epsilon (get_hull_distance (&spots[0], 400, -300), 1, 1e-6);
  assert_in_hull (layout, 1, 0);
  dem_network_graph_unref (graph);
}

static void
test_pins_on_one_place (void)
{
  g_autoptr (DemNetworkGraph) graph = dem_network_graph_new ();
  DemNetworkNode a = { "a", DEM_NETWORK_NO_NODE, 90, 10, 30, NAN, NAN, 10, 10 };
  DemNetworkNode b = { "b", DEM_NETWORK_NO_NODE, 90, 10, 30, NAN, NAN, 10, 10 };
  DemNetworkNode c = { "c", DEM_NETWORK_NO_NODE, 90, 10, 30, NAN, NAN, NAN, NAN };
  g_autoptr (DemNetworkLayout) layout = NULL;
  DemBox pinned, free_one;

  dem_network_graph_add_node (graph, &a);
  dem_network_graph_add_node (graph, &b);
  dem_network_graph_add_node (graph, &c);
  layout = dem_network_layout_new (graph, NULL);
  pinned = get_box (layout, 0);
  free_one = get_box (layout, 2);
  g_assert_cmpfloat (dem_network_layout_get_spots (layout)[1].x, ==, 10);
  g_assert_false (dem_boxes_overlap (&pinned, &free_one, 0));
}

/* ---- Lines ---- */

/* Heads stand outside, so that lines between them don't run over anybody. */
static void
test_lines_pass_members (void)
{
  guint n_over = 0, n_lines = 0;

  for (guint n_heads = 3; n_heads < 9; n_heads++)
    {
      g_autoptr (DemNetworkGraph) graph = make_ring (n_heads, 6);
      g_autoptr (DemNetworkLayout) layout = dem_network_layout_new (graph, NULL);
      const DemNetworkSpot *spots = dem_network_layout_get_spots (layout);
      guint n = dem_network_graph_count_nodes (graph);
      g_autofree DemBox *boxes = g_new (DemBox, n);
      g_autoptr (DemRouter) router = NULL;

      for (guint i = 0; i < n; i++)
        boxes[i] = get_box (layout, i);
      router = dem_router_new (boxes, n, NULL, 0);
      for (guint i = 0; i < dem_network_graph_count_links (graph); i++)
        {
          const DemNetworkLink *link = &dem_network_graph_get_links (graph)[i];
          const DemNetworkSpot *a = &spots[link->a], *b = &spots[link->b];
          double bend = dem_network_layout_get_bends (layout)[i];
          n_lines++;
          n_over += dem_router_get_cost (router, a->x, a->y, b->x, b->y, bend, link->a, link->b) >= 60;
        }
    }
  g_test_message ("%u of %u lines run over a box", n_over, n_lines);
  g_assert_cmpuint (n_over, ==, 0);
}

static void
test_router_goes_around (void)
{
  DemBox boxes[] = { { 0, 0, 10, 10 }, { 100, 0, 40, 40 }, { 200, 0, 10, 10 }, { 100, 90, 5, 5 } };
  g_autoptr (DemRouter) router = dem_router_new (boxes, G_N_ELEMENTS (boxes), NULL, 0);
  double bend = dem_router_choose_bend (router, 0, 0, 200, 0, 0, 2);

  g_assert_cmpfloat (dem_router_get_cost (router, 0, 0, 200, 0, 0, 0, 2), >=, 60);
  g_assert_cmpfloat (fabs (bend), >, 0.1);
  g_assert_cmpfloat (dem_router_get_cost (router, 0, 0, 200, 0, bend, 0, 2), <, 60);
  g_assert_cmpfloat (dem_router_choose_bend (router, 0, 0, 0, 80, 0, G_MAXUINT), ==, 0);
}

/* ---- Graphviz ---- */

static gpointer
lay_out_on_thread (gpointer data)
{
  DemNetworkLayout *layout = NULL;

  for (guint i = 0; i < 8; i++)
    {
      g_clear_pointer (&layout, dem_network_layout_unref);
      layout = dem_network_layout_new (data, NULL);
    }
  return layout;
}

static void
test_threads (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (14, 3);
  GThread *threads[4];
  g_autoptr (DemNetworkLayout) here = dem_network_layout_new (graph, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("layout", lay_out_on_thread, graph);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autoptr (DemNetworkLayout) there = g_thread_join (threads[i]);
      assert_same (here, there);
    }
}

static void
test_stress_keeps_lengths (void)
{
  DemGraphNode nodes[] = { { 10, 10, 0, 0, TRUE }, { 10, 10, 90, 5, FALSE }, { 10, 10, 20, 60, FALSE } };
  DemGraphEdge edges[] = { { 0, 1, 150, 1 }, { 1, 2, 150, 1 }, { 0, 2, 150, 1 } };

  g_assert_true (dem_graph_layout_stress (nodes, 3, edges, 3));
  g_assert_cmpfloat (nodes[0].x, ==, 0);
  for (guint i = 0; i < 3; i++)
    {
      const DemGraphNode *a = &nodes[edges[i].from], *b = &nodes[edges[i].to];
      g_assert_cmpfloat_with_epsilon (hypot (a->x - b->x, a->y - b->y), 150, 8);
    }
}

/* Numbers are written for Graphviz as it reads them, in whatever language. */
static void
test_other_decimal_point (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (5, 2);
  g_autoptr (DemNetworkLayout) plain = dem_network_layout_new (graph, NULL);
  g_autoptr (DemNetworkLayout) other = NULL;
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));

  if (setlocale (LC_NUMERIC, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("there is no language with another decimal point here");
      return;
    }
  other = dem_network_layout_new (graph, NULL);
  setlocale (LC_NUMERIC, before);
  assert_same (plain, other);
}

/* ---- On a worker ---- */

typedef struct
{
  GMainLoop *loop;
  DemNetworkLayout *layout;
  GError *error;
} Wait;

static void
on_done (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  wait->layout = dem_network_layout_new_finish (result, &wait->error);
  g_main_loop_quit (wait->loop);
}

static void
test_async (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (8, 3);
  g_autoptr (DemNetworkLayout) here = dem_network_layout_new (graph, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Wait wait = { loop };

  dem_network_layout_new_async (graph, NULL, NULL, on_done, &wait);
  g_main_loop_run (loop);
  g_assert_no_error (wait.error);
  assert_same (here, wait.layout);
  dem_network_layout_unref (wait.layout);
}

static void
test_cancel (void)
{
  g_autoptr (DemNetworkGraph) graph = make_ring (30, 3);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait wait = { loop };

  dem_network_layout_new_async (graph, NULL, cancellable, on_done, &wait);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (loop);
  g_assert_null (wait.layout);
  g_assert_error (wait.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&wait.error);
}

/* ---- Much ---- */

static void
test_many (void)
{
  static const guint sizes[][3]
      = { { 1, 10000, 0 }, { 600, 0, 1200 }, { 30, 2000, 5000 }, { 3000, 3000, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (DemNetworkGraph) graph = make_random (i, sizes[i][0], sizes[i][1], sizes[i][2]);
      gint64 begun = g_get_monotonic_time ();
      g_autoptr (DemNetworkLayout) layout = dem_network_layout_new (graph, NULL);
      double taken = (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC;

      g_test_message ("%u heads, %u members, %u links: %.2f s", sizes[i][0], sizes[i][1], sizes[i][2], taken);
      g_assert_cmpfloat (taken, <, 20);
      for (guint j = 0; j < dem_network_graph_count_nodes (graph); j++)
        g_assert_true (isfinite (dem_network_layout_get_spots (layout)[j].x));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/network-layout/empty", test_empty);
  g_test_add_func ("/network-layout/sound", test_sound);
  g_test_add_func ("/network-layout/bounds", test_bounds);
  g_test_add_func ("/network-layout/deterministic", test_deterministic);
  g_test_add_func ("/network-layout/stable/equal", test_stable_when_equal);
  g_test_add_func ("/network-layout/stable/one-joins", test_stable_when_one_joins);
  g_test_add_func ("/network-layout/stable/a-head-joins", test_stable_when_a_head_joins);
  g_test_add_func ("/network-layout/stable/absent", test_remembers_the_absent);
  g_test_add_func ("/network-layout/stable/first-members", test_head_gains_members);
  g_test_add_func ("/network-layout/pins", test_pins);
  g_test_add_func ("/network-layout/pins/one-place", test_pins_on_one_place);
  g_test_add_func ("/network-layout/lines", test_lines_pass_members);
  g_test_add_func ("/network-layout/router", test_router_goes_around);
  g_test_add_func ("/network-layout/threads", test_threads);
  g_test_add_func ("/network-layout/stress", test_stress_keeps_lengths);
  g_test_add_func ("/network-layout/decimal-point", test_other_decimal_point);
  g_test_add_func ("/network-layout/async", test_async);
  g_test_add_func ("/network-layout/cancel", test_cancel);
  g_test_add_func ("/network-layout/many", test_many);

  return g_test_run ();
}
