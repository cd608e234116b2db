/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as a widget: what clicks and keys find, its bar, and other dossiers. */

#include "tests/support/timeline_view.h"

/* ---- Marks ---- */

static const DemMark *
find_mark (Fixture *fixture, DemKind kind)
{
  guint n;
  const DemMark *marks = dem_scene_get_marks (DEM_SCENE (get_scene (fixture)), &n);

  for (guint i = 0; i < n; i++)
    if (marks[i].ref.kind == kind && marks[i].bounds.size.width > 20)
      return &marks[i];
  g_assert_not_reached ();
}

static void
test_click_selects (Fixture *fixture, gconstpointer data)
{
  static const DemKind kinds[] = { DEM_KIND_EVENT, DEM_KIND_RELATION, DEM_KIND_PAIR };
  guint n;

  set_view (fixture, 1948, 1965);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      DemMark mark = *find_mark (fixture, kinds[i]);

      click (fixture, mark.bounds.origin.x + mark.bounds.size.width / 2,
             mark.bounds.origin.y + mark.bounds.size.height / 2);
      g_assert_true (dem_focus_is_selected (fixture->focus, mark.ref));
      g_assert_true (dem_ref_equal (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), mark.ref));
    }
  click (fixture, 700, get_layout (fixture)->lanes_bottom + 2);
  dem_focus_get_selection (fixture->focus, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* A click on a histogram looks closer, as long as there is one. */
static void
test_click_histogram (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      const DemLanes *lanes
          = dem_event_lane_get_lanes (dem_timeline_scene_get_event_lane (get_scene (fixture)));
      const DemLaneCluster *cluster;
      DemDay before = get_length (fixture);

      if (lanes->clusters->len == 0)
        {
          g_assert_cmpuint (i, >, 0);
          return;
        }
      cluster = &g_array_index (lanes->clusters, DemLaneCluster, 0);
      click (fixture, (cluster->x0 + cluster->x1) / 2, get_layout (fixture)->lanes_bottom - 4);
      g_assert_cmpint (get_length (fixture), <, before);
    }
  g_assert_not_reached ();
}

/* Full stop goes through every event by date, wherever it is, and the screen reader hears it. */
static void
test_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemTimelineIndex) index = dem_timeline_index_new (fixture->dossier, DEM_NO_INDEX);
  DemRef cursor;

  set_view (fixture, 1945, 1949);
  gtk_widget_grab_focus (fixture->view);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view),
                         DEM_REF (EVENT, g_array_index (index->events, DemTimelineEvent, 0).event));
  for (guint i = 1; i < index->events->len; i++)
    {
      const DemTimelineEvent *event = &g_array_index (index->events, DemTimelineEvent, i);
      DemPeriod view;
      GtkWidget *voice;
      g_autofree char *spoken = NULL;

      press (fixture, "period");
      cursor = dem_canvas_get_cursor (DEM_CANVAS (fixture->view));
      view = dem_focus_get_view (fixture->focus);
      g_assert_cmpuint (cursor.index, ==, event->event);
      g_assert_cmpint (event->start, >=, view.first);
      g_assert_cmpint (event->start, <=, view.last);
      g_assert_cmpint (ABS (get_length (fixture) - 1826), <=, 1);
      voice = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_true (DEM_IS_CURSOR_VOICE (voice));
      spoken = dem_scene_describe (DEM_SCENE (get_scene (fixture)), cursor);
      g_assert_cmpstr (dem_cursor_voice_get_label (DEM_CURSOR_VOICE (voice)), ==, spoken);
    }
  press (fixture, "period");
  g_assert_true (dem_ref_equal (cursor, dem_canvas_get_cursor (DEM_CANVAS (fixture->view))));
  press (fixture, "comma");
  g_assert_cmpuint (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)).index, ==,
                    g_array_index (index->events, DemTimelineEvent, index->events->len - 2).event);
}

static void
test_arrows (Fixture *fixture, gconstpointer data)
{
  DemMark first;
  graphene_rect_t bounds;

  set_view (fixture, 1948, 1965);
  first = *find_mark (fixture, DEM_KIND_RELATION);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), first.ref);
  press (fixture, "Right");
  g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view),
                                             dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), &bounds));
  g_assert_cmpfloat (bounds.origin.y, ==, first.bounds.origin.y);
  g_assert_cmpfloat (bounds.origin.x, >, first.bounds.origin.x);
  press (fixture, "Return");
  g_assert_true (dem_focus_is_selected (fixture->focus, dem_canvas_get_cursor (DEM_CANVAS (fixture->view))));
}

/* In a row of folded bands, of which few have room: Right reaches every pair and Left comes back. */
static void
test_folded (Fixture *fixture, gconstpointer data)
{
  DemBands *bands;
  DemRef first;
  guint all, steps;

  gtk_widget_set_size_request (fixture->view, 500, 200);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 200);
  settle ();
  if (!get_layout (fixture)->folded)
    {
      g_test_skip ("The window did not shrink");
      return;
    }
  bands = dem_timeline_scene_get_bands (get_scene (fixture));
  all = dem_bands_count (bands) + dem_bands_count_hidden (bands);
  g_assert_cmpuint (dem_bands_count_hidden (bands), >, 0);
  first = dem_bands_get_pair (bands, 0);
  gtk_widget_grab_focus (fixture->view);
  dem_canvas_set_cursor (DEM_CANVAS (fixture->view), first);
  for (int direction = 1; direction >= -1; direction -= 2)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

      for (steps = 0; steps < all; steps++)
        {
          DemRef cursor = dem_canvas_get_cursor (DEM_CANVAS (fixture->view));
          graphene_rect_t bounds;

          g_assert_cmpint (cursor.kind, ==, DEM_KIND_PAIR);
          g_assert_true (dem_canvas_get_mark_bounds (DEM_CANVAS (fixture->view), cursor, &bounds));
          g_hash_table_add (seen, GUINT_TO_POINTER (cursor.index + 1));
          if (steps + 1 < all)
            press (fixture, direction > 0 ? "Right" : "Left");
        }
      g_assert_cmpuint (g_hash_table_size (seen), ==, all);
    }
  g_assert_true (dem_ref_equal (dem_canvas_get_cursor (DEM_CANVAS (fixture->view)), first));
}

/* ---- The bar ---- */

static GtkWidget *
find_child (GtkWidget *parent, GType type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child
                         : GTK_IS_NATIVE (child)                  ? NULL
                                                                  : find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = GTK_WIDGET (DEM_TIMELINE_VIEW (fixture->view)->counts);
  g_autofree char *expected = NULL;

  set_view (fixture, 2012, 2021);
  expected = dem_timeline_scene_dup_counts (get_scene (fixture));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, expected);
  g_assert_true (g_str_has_suffix (expected, " undated"));
  set_view (fixture, 1900, 1901);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), "0 events"));
}

static void
test_buttons (Fixture *fixture, gconstpointer data)
{
  static const char *const labels[]
      = { "Previous change", "Play", "Next change", "Zoom out", "Zoom in", "Show all time" };
  GtkWidget *button = find_child (fixture->view, GTK_TYPE_BUTTON);
  int height;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++, button = gtk_widget_get_next_sibling (button))
    {
      while (button != NULL && !GTK_IS_BUTTON (button))
        button = gtk_widget_get_next_sibling (button);
      g_assert_nonnull (button);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, labels[i]);
      g_assert_true (gtk_widget_get_sensitive (button));
      gtk_widget_measure (button, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
      g_assert_cmpint (height, >=, 34);
    }
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Timeline");
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->view), GTK_ACCESSIBLE_ROLE_GROUP);
}

/* How much accent there is over the axis, on its labels' row, or above them where the bar is. */
static guint
count_accent (Fixture *fixture, double top, double bottom)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint n = 0;

  dem_scene_draw (DEM_SCENE (get_scene (fixture)), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  for (int y = (int) top + 1; y < (int) bottom - 1; y++)
    {
      const guchar *row
          = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

      for (int x = 0; x < WIDTH; x++)
        n += (((const guint32 *) (gconstpointer) row)[x] & 0xffffff) == 0x1a5fb4;
    }
  cairo_surface_destroy (surface);
  return n;
}

/* Today's tag stands beside the bar, never under it: there it goes down among the labels of the axis. */
static void
test_tag_gives_way (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);
  const DemTimelineLayout *layout;

  g_assert_cmpint (gtk_widget_get_width (bar), >, 100);
  set_view (fixture, 2012, 2021);
  layout = get_layout (fixture);
  g_assert_cmpuint (count_accent (fixture, 0, layout->axis_text_y), >, 100);
  set_view (fixture, 2020, 2040);
  layout = get_layout (fixture);
  g_assert_cmpfloat (layout->today_x, <, gtk_widget_get_width (bar));
  g_assert_cmpuint (count_accent (fixture, 0, layout->axis_text_y), ==, 0);
  g_assert_cmpuint (count_accent (fixture, layout->axis_text_y, layout->axis_y), >, 100);
}

/* So low that only the overview has room: the bar goes, and comes back. */
static void
test_compact (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);

  g_assert_true (gtk_widget_get_mapped (bar));
  gtk_widget_set_size_request (fixture->view, WIDTH, 50);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), WIDTH, 50);
  settle ();
  if (gtk_widget_get_height (fixture->view) > 60)
    {
      g_test_skip ("The window did not shrink");
      return;
    }
  g_assert_true (get_layout (fixture)->compact);
  g_assert_false (gtk_widget_get_mapped (bar));
}

/* ---- Other dossiers ---- */

static void
test_dossiers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (DemDossier) other = open_fixture ("../data/dossiers/panama-canal-1978.dossier.json");

  dem_focus_open (fixture->focus, other);
  settle ();
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==, (double) dem_dossier_get_span (other).first);
  dem_focus_open (fixture->focus, NULL);
  settle ();
  press (fixture, "plus");
  press (fixture, "Home");
  press (fixture, "period");
  press (fixture, "<Shift>Right");
  pan (fixture, 500, 150, 50);
  drag (fixture, 500, 340, 50);
  click (fixture, 500, 150);
  dem_focus_open (fixture->focus, fixture->dossier);
  settle ();
  g_assert_cmpfloat (get_layout (fixture)->axis.first, ==,
                     (double) dem_dossier_get_span (fixture->dossier).first);
}

static void
test_right_to_left (Fixture *fixture, gconstpointer data)
{
  GtkWidget *bar = find_child (fixture->view, GTK_TYPE_BOX);
  DemDay by;
  double x;
  graphene_rect_t bounds;

  set_view (fixture, 2012, 2021);
  gtk_widget_set_direction (fixture->view, GTK_TEXT_DIR_RTL);
  settle ();
  g_assert_true (gtk_widget_compute_bounds (bar, fixture->view, &bounds));
  g_assert_cmpfloat (bounds.origin.x + bounds.size.width, >, WIDTH - 20);
  x = lane_x (fixture, 2015);
  pan (fixture, 500, 150, 120); /* to the right: to later days, for they are on the left */
  g_assert_cmpfloat_with_epsilon (lane_x (fixture, 2015), x - 120, 0.01);
  by = (DemDay) round (120 * (double) get_length (fixture) / (get_layout (fixture)->right - get_layout (fixture)->left));
  g_assert_cmpint (by, >, 400);
  assert_period (dem_focus_get_view (fixture->focus),
                 (DemPeriod){ years (2012, 2021).first + by, years (2012, 2021).last + by }, 1);
}

#define ADD(name, function) g_test_add ("/timeline/widget/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("click-selects", test_click_selects);
  ADD ("click-histogram", test_click_histogram);
  ADD ("step", test_step);
  ADD ("arrows", test_arrows);
  ADD ("folded", test_folded);
  ADD ("counts", test_counts);
  ADD ("buttons", test_buttons);
  ADD ("tag-gives-way", test_tag_gives_way);
  ADD ("compact", test_compact);
  ADD ("dossiers", test_dossiers);
  ADD ("right-to-left", test_right_to_left);
  return g_test_run ();
}
