/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tests/support/map_stage.h"
#include "tests/support/widgets.h"
#include "ui/argument/argument_map_view.h"
#include "ui/common/canvas_menu.h"
#include "ui/common/cursor_voice.h"
#include "ui/common/note_badge.h"
#include "ui/map/map_view.h"
#include "ui/map/network_view.h"
#include "ui/timeline/timeline_view.h"

typedef struct
{
  DemDossier *dossier;
  DemFocus *focus;
  DemNotebook *notebook;
  GtkWidget *window;
  DemCanvas *canvas;
  char *shown; /* what the window was asked to list */
} Fixture;

static void
on_show_notes (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->shown);
  fixture->shown = g_variant_dup_string (parameter, NULL);
}

/* A window of a view that has been told of notes. */
static void
set_up (Fixture *fixture, gconstpointer make)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  const GActionEntry entries[] = { { .name = "show-notes", .activate = on_show_notes, .parameter_type = "s" } };

  fixture->dossier = load_file ("north-korea-2020.dossier.json");
  fixture->focus = dem_focus_new ();
  dem_focus_open (fixture->focus, fixture->dossier);
  fixture->notebook = dem_notebook_open (dem_dossier_get_id (fixture->dossier));
  fixture->canvas = DEM_CANVAS (((GtkWidget * (*) (void)) make) ());
  dem_canvas_set_focus (fixture->canvas, fixture->focus);
  dem_canvas_set_note_marks (fixture->canvas, dem_note_marks_get (fixture->notebook));
  fixture->window = g_object_ref_sink (gtk_window_new ());
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->canvas));
  gtk_widget_show (fixture->window);
  settle ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->window);
  settle ();
  g_assert_finalize_object (fixture->focus);
  g_assert_finalize_object (fixture->notebook);
  g_object_unref (fixture->dossier);
  g_free (fixture->shown);
}

static void
add (Fixture *fixture, const char *key)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new_for_key (key);
  g_autoptr (DemNote) note = dem_note_new_on ("To be asked.", target);

  dem_notebook_add_note (fixture->notebook, note);
}

static const DemNoteSpot *
find_spot (Fixture *fixture, const char *id)
{
  guint n;
  const DemNoteSpot *spots = dem_canvas_get_note_spots (fixture->canvas, &n);

  for (guint i = 0; i < n; i++)
    if (spots[i].target != NULL ? g_str_equal (dem_note_target_get_key (spots[i].target), id)
                                : dem_ref_equal (spots[i].ref, dem_dossier_find (fixture->dossier, id)))
      return &spots[i];
  return NULL;
}

static guint
count_spots (Fixture *fixture)
{
  guint n;

  dem_canvas_get_note_spots (fixture->canvas, &n);
  return n;
}

/* Whether a menu has an item for an action with a value. */
static gboolean
has_item (GMenuModel *menu, const char *action, const char *value)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autoptr (GMenuModel) section = g_menu_model_get_item_link (menu, i, G_MENU_LINK_SECTION);
      g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (menu, i, G_MENU_ATTRIBUTE_TARGET, NULL);
      g_autofree char *printed = target != NULL ? g_variant_print (target, FALSE) : NULL;
      g_autofree char *name = NULL;

      if (section != NULL && has_item (section, action, value))
        return TRUE;
      if (g_menu_model_get_item_attribute (menu, i, G_MENU_ATTRIBUTE_ACTION, "s", &name) && g_str_equal (name, action)
          && g_strcmp0 (printed, value) == 0)
        return TRUE;
    }
  return FALSE;
}

/* ---- Every view ---- */

/* They come with a note, count, follow what is taken back, and are heard. */
static void
test_follow (Fixture *fixture, const char *id, const char *key)
{
  DemUndo *undo = dem_notebook_get_undo (fixture->notebook);
  DemRef ref = dem_dossier_find (fixture->dossier, id);
  const DemNoteSpot *spot;
  GType voice = DEM_TYPE_CURSOR_VOICE;
  GtkWidget *heard;

  g_assert_cmpuint (count_spots (fixture), ==, 0);
  add (fixture, key);
  spot = find_spot (fixture, id);
  g_assert_nonnull (spot);
  g_assert_cmpuint (spot->mark.n, ==, 1);
  add (fixture, key);
  spot = find_spot (fixture, id);
  g_assert_nonnull (spot);
  g_assert_cmpuint (spot->mark.n, ==, 2);

  dem_canvas_set_cursor (fixture->canvas, ref);
  settle ();
  heard = find_widget (GTK_WIDGET (fixture->canvas), has_type, &voice);
  g_assert_nonnull (heard);
  gboolean said = FALSE;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->canvas)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DEM_IS_CURSOR_VOICE (child) && dem_cursor_voice_get_label (DEM_CURSOR_VOICE (child)) != NULL)
      said = said || g_str_has_suffix (dem_cursor_voice_get_label (DEM_CURSOR_VOICE (child)), ", 2 notes");
  g_assert_true (said);

  dem_undo_undo (undo);
  dem_undo_undo (undo);
  g_assert_cmpuint (count_spots (fixture), ==, 0);
  dem_undo_redo (undo);
  g_assert_nonnull (find_spot (fixture, id));
}

static void
test_map (Fixture *fixture, gconstpointer data)
{
  test_follow (fixture, "china", "actor=china");
}

static void
test_network (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  graphene_rect_t bounds;

  while (g_get_monotonic_time () < end
         && !dem_canvas_get_mark_bounds (fixture->canvas, dem_dossier_find (fixture->dossier, "china"), &bounds))
    settle ();
  test_follow (fixture, "china", "actor=china");
}

static void
test_timeline (Fixture *fixture, gconstpointer data)
{
  test_follow (fixture, "xi-kim-1", "event=xi-kim-1");
}

static void
test_argument (Fixture *fixture, gconstpointer data)
{
  gint64 end = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;
  const char *id = dem_dossier_claim (fixture->dossier, 0)->item.id;
  g_autofree char *key = g_strdup_printf ("claim=%s", id);
  graphene_rect_t bounds;

  while (g_get_monotonic_time () < end
         && !dem_canvas_get_mark_bounds (fixture->canvas, dem_dossier_find (fixture->dossier, id), &bounds))
    settle ();
  test_follow (fixture, id, key);
}

/* ---- Places and times ---- */

static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GMenu) menu = NULL;
  const DemNoteSpot *spot;
  guint n;
  DemRef hit;
  double x = 0, y;

  add (fixture, "geo=21.9,151");
  spot = find_spot (fixture, "geo=21.9,151");
  g_assert_nonnull (spot);

  /* On its mark the menu is about the place; beside everything it is about a new one. */
  menu = dem_canvas_menu_create (fixture->canvas, DEM_REF_NONE, spot->box.origin.x + 2, spot->box.origin.y + 2);
  g_assert_true (has_item (G_MENU_MODEL (menu), "win.show-notes", "'geo=21.9,151'"));
  g_assert_true (has_item (G_MENU_MODEL (menu), "win.add-note", "['geo=21.9,151']"));
  y = spot->box.origin.y + 60;
  do
    hit = dem_scene_hit (dem_canvas_get_scene (fixture->canvas), x += 10, y, 6);
  while (!dem_ref_is_none (hit));
  g_clear_object (&menu);
  menu = dem_canvas_menu_create (fixture->canvas, DEM_REF_NONE, x, y);
  g_assert_false (has_item (G_MENU_MODEL (menu), "win.show-notes", "'geo=21.9,151'"));
  g_autoptr (DemNoteTarget) target = DEM_CANVAS_GET_CLASS (fixture->canvas)->dup_target_at (fixture->canvas, x, y);
  g_assert_cmpint (dem_note_target_get_kind (target), ==, DEM_TARGET_PLACE);
  dem_canvas_get_note_spots (fixture->canvas, &n);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_span (Fixture *fixture, gconstpointer data)
{
  graphene_rect_t event;
  g_autoptr (DemNoteTarget) target = NULL;
  DemRef ref = dem_dossier_find (fixture->dossier, "xi-kim-1");

  add (fixture, "t=2016/2017");
  g_assert_nonnull (find_spot (fixture, "t=2016/2017"));
  g_assert_true (dem_canvas_get_mark_bounds (fixture->canvas, ref, &event));
  target = DEM_CANVAS_GET_CLASS (fixture->canvas)->dup_target_at (fixture->canvas, event.origin.x, event.origin.y);
  g_assert_nonnull (target);
  g_assert_cmpint (dem_note_target_get_kind (target), ==, DEM_TARGET_TIME);
}

/* ---- One note on several things; a click ---- */

static void
test_several (Fixture *fixture, gconstpointer data)
{
  DemRef china = dem_dossier_find (fixture->dossier, "china");
  g_autoptr (GMenu) menu = NULL;

  dem_focus_select (fixture->focus, china);
  dem_focus_toggle (fixture->focus, dem_dossier_find (fixture->dossier, "japan"));
  menu = dem_canvas_menu_create (fixture->canvas, china, -1000, -1000);
  g_assert_true (has_item (G_MENU_MODEL (menu), "win.add-note", "['actor=china', 'actor=japan']"));
}

static void
test_no_overlap (Fixture *fixture, gconstpointer data)
{
  const char *const ids[] = { "actor=china", "actor=japan", "actor=north-korea", "actor=south-korea", "pair=china+north-korea",
                              "geo=35,105", "geo=39,116.4" };
  const DemNoteSpot *spots;
  g_autoptr (GArray) labels = NULL;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add (fixture, ids[i]);
  spots = dem_canvas_get_note_spots (fixture->canvas, &n);
  g_assert_cmpuint (n, >=, 4);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      g_assert_false (overlap (&spots[i].box, &spots[j].box));
}

static void
test_activate (Fixture *fixture, gconstpointer data)
{
  const DemNoteSpot *spot;

  add (fixture, "actor=china");
  spot = find_spot (fixture, "china");
  g_assert_nonnull (spot);
  g_assert_true (dem_canvas_find_note (fixture->canvas, spot->box.origin.x + 3, spot->box.origin.y + 3) == spot);
  g_assert_null (dem_canvas_find_note (fixture->canvas, spot->box.origin.x - 30, spot->box.origin.y));
}

/* ---- What tells of changes ---- */

static void
count_changes (guint *n)
{
  (*n)++;
}

/* Typing changes no mark; colour, targets and number do, each once. */
static void
test_changes (void)
{
  g_autoptr (DemNotebook) notebook = dem_notebook_open ("urn:x:marks");
  DemNoteMarks *marks = dem_note_marks_get (notebook);
  g_autoptr (DemNoteTarget) target = dem_note_target_new_for_key ("actor=china");
  g_autoptr (DemNote) note = dem_note_new_on ("One", target);
  DemNoteMark mark;
  guint n = 0;

  g_assert_true (dem_note_marks_get (notebook) == marks);
  g_signal_connect_swapped (marks, "changed", G_CALLBACK (count_changes), &n);
  dem_notebook_add_note (notebook, note);
  g_assert_cmpuint (n, ==, 1);
  dem_notebook_set_note_text (notebook, dem_note_get_id (note), "One and another");
  dem_notebook_pin (notebook, "china", 1, 2);
  g_assert_cmpuint (n, ==, 1);
  dem_notebook_set_note_colour (notebook, dem_note_get_id (note), DEM_NOTE_PURPLE);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (dem_note_marks_find_target (marks, target, &mark));
  g_assert_cmpuint (mark.n, ==, 1);
  g_assert_cmpint (mark.colour, ==, DEM_NOTE_PURPLE);
  dem_notebook_delete_note (notebook, dem_note_get_id (note));
  g_assert_cmpuint (n, ==, 3);
  g_assert_false (dem_note_marks_find_target (marks, target, &mark));
  dem_undo_undo (dem_notebook_get_undo (notebook));
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (dem_note_marks_find_target (marks, target, &mark));
}

static void
test_keys (void)
{
  static const char *const good[] = { "dossier", "actor=china", "pair=a+b", "question=step/2", "t=2016/2017", "geo=1,2" };
  static const char *const bad[] = { "", "actor", "actor=", "=china", "nothing=of this", "unknown=x", "quote=x" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (DemNoteTarget) target = dem_note_target_new_for_key (good[i]);

      g_assert_nonnull (target);
      g_assert_cmpstr (dem_note_target_get_key (target), ==, good[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (dem_note_target_new_for_key (bad[i]));
}

/* A badge is seen while there are notes, and leads to them. */
static void
test_badge (Fixture *fixture, gconstpointer data)
{
  GtkWidget *badge = dem_note_badge_new ();
  GType button = GTK_TYPE_BUTTON;

  gtk_window_set_child (GTK_WINDOW (fixture->window), badge);
  dem_note_badge_set (DEM_NOTE_BADGE (badge), fixture->notebook, fixture->dossier, dem_dossier_find (fixture->dossier, "china"));
  g_assert_false (gtk_widget_get_visible (badge));
  add (fixture, "actor=china");
  g_assert_true (gtk_widget_get_visible (badge));
  click (find_widget (badge, has_type, &button));
  g_assert_cmpstr (fixture->shown, ==, "actor=china");
  dem_undo_undo (dem_notebook_get_undo (fixture->notebook));
  g_assert_false (gtk_widget_get_visible (badge));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/note-marks/map", Fixture, dem_map_view_new, set_up, test_map, tear_down);
  g_test_add ("/note-marks/network", Fixture, dem_network_view_new, set_up, test_network, tear_down);
  g_test_add ("/note-marks/timeline", Fixture, dem_timeline_view_new, set_up, test_timeline, tear_down);
  g_test_add ("/note-marks/argument-map", Fixture, dem_argument_map_view_new, set_up, test_argument, tear_down);
  g_test_add ("/note-marks/place", Fixture, dem_map_view_new, set_up, test_place, tear_down);
  g_test_add ("/note-marks/span", Fixture, dem_timeline_view_new, set_up, test_span, tear_down);
  g_test_add ("/note-marks/several", Fixture, dem_map_view_new, set_up, test_several, tear_down);
  g_test_add ("/note-marks/no-overlap", Fixture, dem_map_view_new, set_up, test_no_overlap, tear_down);
  g_test_add ("/note-marks/activate", Fixture, dem_map_view_new, set_up, test_activate, tear_down);
  g_test_add ("/note-marks/badge", Fixture, dem_map_view_new, set_up, test_badge, tear_down);
  g_test_add_func ("/note-marks/changes", test_changes);
  g_test_add_func ("/note-marks/keys", test_keys);
  return g_test_run ();
}
