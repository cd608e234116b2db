/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The search box: finds while one types, leads into the list, selects and closes. */

#include <adwaita.h>
#include <string.h>

#include "tests/support/fixture.h"
#include "tests/support/widgets.h"
#include "ui/search/search_list.h"
#include "ui/search/search_popover.h"
#include "ui/search/search_row.h"

typedef struct
{
  DemFocus *focus;
  GtkWidget *window;
  GtkWidget *popover;
  GtkWidget *entry;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  const GType entry = GTK_TYPE_SEARCH_ENTRY;
  g_autoptr (DemDossier) dossier = open_fixture ("../data/dossiers/north-korea-2020.dossier.json");
  GtkWidget *button = gtk_menu_button_new ();

  f->focus = dem_focus_new ();
  dem_focus_open (f->focus, dossier);
  f->popover = dem_search_popover_new (f->focus);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), f->popover);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  f->window = GTK_WIDGET (show_in_window (button));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  settle ();
  f->entry = find_widget (f->popover, has_type, &entry);
  g_assert_nonnull (f->entry);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_popover_popdown (GTK_POPOVER (f->popover));
  settle ();
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_finalize_object (f->focus);
}

static void
wait (Fixture *f)
{
  while (!dem_search_popover_is_settled (DEM_SEARCH_POPOVER (f->popover)))
    g_main_context_iteration (NULL, TRUE);
  settle ();
}

static void
type (Fixture *f, const char *query)
{
  gtk_editable_set_text (GTK_EDITABLE (f->entry), query);
  settle ();
  wait (f);
}

static GtkWidget *
get_first_row (Fixture *f)
{
  const GType row = DEM_TYPE_SEARCH_ROW;

  return find_widget (f->popover, has_type, &row);
}

static DemRef
get_selected (Fixture *f)
{
  guint n;
  const DemRef *selection = dem_focus_get_selection (f->focus, &n);

  return n > 0 ? selection[n - 1] : DEM_REF_NONE;
}

static DemRef
find (Fixture *f, const char *id)
{
  DemRef ref = dem_dossier_find (dem_focus_get_dossier (f->focus), id);

  g_assert_false (dem_ref_is_none (ref));
  return ref;
}

/* Enter takes the best hit, and the box is gone. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  g_assert_null (get_first_row (f));
  type (f, "pakistan");
  g_assert_nonnull (get_first_row (f));
  g_assert_true (shows (f->popover, "Actor"));
  g_signal_emit_by_name (f->entry, "activate");
  settle ();
  g_assert_true (dem_ref_equal (get_selected (f), find (f, "pakistan")));
  g_assert_false (gtk_widget_get_mapped (f->popover));
}

/* Whoever types faster than the answer comes gets the answer to what was typed. */
static void
test_enter_early (Fixture *f, gconstpointer data)
{
  gtk_editable_set_text (GTK_EDITABLE (f->entry), "nepal");
  g_signal_emit_by_name (f->entry, "activate");
  wait (f);
  g_assert_true (dem_ref_equal (get_selected (f), find (f, "nepal")));
}

static void
test_nothing (Fixture *f, gconstpointer data)
{
  type (f, "qqqq");
  g_assert_null (get_first_row (f));
  g_assert_true (shows (f->popover, "Nothing found for “qqqq”."));
  g_signal_emit_by_name (f->entry, "activate");
  settle ();
  g_assert_true (dem_ref_is_none (get_selected (f)));
  g_assert_true (gtk_widget_get_mapped (f->popover));

  type (f, "");
  g_assert_null (get_first_row (f));
  g_assert_false (shows (f->popover, "Nothing found for “qqqq”."));
}

/* Down leads into the list, whose rows say what they are. */
static void
test_list (Fixture *f, gconstpointer data)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (f->entry);
  GtkWidget *row;
  gboolean handled = FALSE;

  type (f, "first xi beijing");
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (controller, "key-pressed", GDK_KEY_Down, 0, 0, &handled);
    }
  g_assert_true (handled);
  row = gtk_widget_get_parent (get_first_row (f));
  g_assert_true (gtk_root_get_focus (gtk_widget_get_root (f->popover)) == row);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "Event: Xi and Kim meet for the first time, in Beijing");
  gtk_widget_activate_action (row, "listitem.select", "(bb)", FALSE, FALSE);
  gtk_widget_activate (row);
  settle ();
  g_assert_cmpint (get_selected (f).kind, ==, DEM_KIND_EVENT);
  g_assert_false (gtk_widget_get_mapped (f->popover));
}

/* Where a word is not in the name, the text that has it is shown. */
static void
test_passage (Fixture *f, gconstpointer data)
{
  const GType type_of_row = DEM_TYPE_SEARCH_ROW;
  g_autoptr (DemDossier) dossier
      = open_text ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:o\", \"title\": \"O\","
                   "\"actors\": [{\"id\": \"a\", \"name\": \"Ann\", \"kind\": \"person\","
                   "\"summary\": \"Somebody who has been to a good many places by the river Oder.\"}]}");

  dem_focus_open (f->focus, dossier);
  settle ();
  type (f, "ann oder");
  g_assert_nonnull (find_widget (f->popover, has_type, &type_of_row));
  g_assert_true (shows (f->popover, "…places by the river Oder."));
  type (f, "ann");
  g_assert_false (shows (f->popover, "…places by the river Oder."));
}

/* What was found in a dossier is gone with it; what stands in the box is asked again. */
static void
test_another_dossier (Fixture *f, gconstpointer data)
{
  g_autoptr (DemDossier) other = open_fixture ("fixtures/small.dossier.json");

  type (f, "pakistan");
  g_assert_nonnull (get_first_row (f));
  dem_focus_open (f->focus, other);
  wait (f);
  g_assert_null (get_first_row (f));
  type (f, "gift");
  g_assert_true (shows (f->popover, "The gift"));
}

/* What is more than can be listed is counted. */
static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"demarche-dossier\", \"version\": 1, \"id\": \"urn:m\","
                                           "\"title\": \"Many\", \"actors\": [");
  g_autoptr (DemDossier) dossier = NULL;

  for (guint i = 0; i < 250; i++)
    g_string_append_printf (text, "%s{\"id\": \"a%u\", \"name\": \"Town %u\", \"kind\": \"group\"}", i > 0 ? "," : "", i,
                            i);
  g_string_append (text, "]}");
  dossier = open_text (text->str);
  dem_focus_open (f->focus, dossier);
  type (f, "town");
  g_assert_true (shows (f->popover, "The best of 250 that were found. Another word narrows it down."));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *name;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "enter", test_enter },     { "enter-early", test_enter_early },         { "nothing", test_nothing },
    { "list", test_list },       { "passage", test_passage },                 { "many", test_many },
    { "another", test_another_dossier },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/%s", tests[i].name);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
