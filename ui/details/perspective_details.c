/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/details/perspective_details.h"

#include <glib/gi18n-lib.h>

#include "ui/common/standings.h"
#include "ui/details/change_row.h"
#include "ui/details/details_head.h"
#include "ui/details/details_section.h"

#define MOST_CHANGES 60

/* ---- The toggle ---- */

static void
on_toggled (GtkToggleButton *button, DemFocus *focus)
{
  guint32 actor = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "actor"));

  dem_focus_set_perspective (focus, gtk_toggle_button_get_active (button) ? actor : DEM_NO_INDEX);
}

void
dem_details_add_perspective_button (const DemDetails *details, guint32 actor)
{
  g_autofree char *title = dem_standings_dup_title (details->dossier, actor);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("view-reveal-symbolic"));
  gtk_box_append (GTK_BOX (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                dem_focus_get_perspective (details->focus) == actor);
  gtk_widget_set_tooltip_text (button, _("Show on map and network how others stand to it"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_name (button, DEM_DETAILS_PERSPECTIVE_BUTTON);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "dem-perspective-button");
  g_object_set_data (G_OBJECT (button), "actor", GUINT_TO_POINTER (actor));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), details->focus, 0);
  gtk_box_append (details->box, button);
}

/* ---- Who stands how ---- */

static gboolean
is_there (const DemDetails *details, guint32 actor)
{
  return dem_dossier_exists_in (details->dossier, DEM_REF (ACTOR, actor), details->scenario)
         && dem_edtf_alive_on (&dem_dossier_actor (details->dossier, actor)->when, details->moment)
                != DEM_ANSWER_NO;
}

/* Why there is no list: said, not left blank. */
static void
add_nothing_told (const DemDetails *details, guint32 actor)
{
  g_autofree char *name = dem_dossier_dup_label (details->dossier, DEM_REF (ACTOR, actor));
  g_autofree char *day = dem_day_format (details->moment);
  g_autofree char *text = NULL;

  if (!is_there (details, actor))
    /* Translators: an actor and a day. */
    text = g_strdup_printf (_("%s was not there on %s."), name, day);
  else
    /* Translators: an actor and a day. */
    text = g_strdup_printf (_("Nothing is told of how anybody stood with %s on %s."), name, day);
  dem_details_add_text (details, text);
}

static void
add_standings (const DemDetails *details, guint32 actor)
{
  g_autoptr (GArray) standings
      = dem_standings_at (details->dossier, actor, details->moment, details->scenario);
  GArray *entries = dem_details_entries_new ();
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u", "%u, worst first", standings->len), standings->len);

  for (guint i = 0; i < standings->len; i++)
    {
      dem_details_entries_add (entries, DEM_REF (PAIR, g_array_index (standings, DemStanding, i).pair));
      g_array_index (entries, DemDetailsEntry, i).from = DEM_REF (ACTOR, actor);
      g_array_index (entries, DemDetailsEntry, i).current = TRUE;
    }
  dem_details_add_section (details, _("Standing"), count, entries);
  if (standings->len == 0)
    add_nothing_told (details, actor);
}

/* ---- What changed ---- */

static void
on_row_activated (DemFocus *focus, GtkListBoxRow *row)
{
  dem_focus_select (focus, DEM_REF (PAIR, dem_change_row_get_pair (DEM_CHANGE_ROW (row))));
}

static GtkWidget *
create_list (const DemDetails *details, GArray *changes)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = changes->len; i > changes->len - MIN (changes->len, MOST_CHANGES); i--)
    gtk_list_box_append (GTK_LIST_BOX (list),
                         dem_change_row_new (details, &g_array_index (changes, DemStandingChange, i - 1)));
  g_signal_connect_object (list, "row-activated", G_CALLBACK (on_row_activated), details->focus,
                           G_CONNECT_SWAPPED);
  return list;
}

static guint
count_others (GArray *changes)
{
  g_autoptr (GHashTable) others = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < changes->len; i++)
    g_hash_table_add (others, GUINT_TO_POINTER (g_array_index (changes, DemStandingChange, i).other));
  return g_hash_table_size (others);
}

static void
add_changes (const DemDetails *details, guint32 actor)
{
  g_autoptr (GArray) changes = dem_standings_list_changes (details->dossier, actor, details->period,
                                                           details->moment, details->scenario);
  guint n = count_others (changes), left = changes->len - MIN (changes->len, MOST_CHANGES);
  g_autofree char *period = dem_period_format (details->period);
  g_autofree char *none = g_strdup_printf (_("No standing changed in the period %s."), period);
  /* Translators: how many actors’ standing changed. */
  g_autofree char *count = g_strdup_printf (ngettext ("%u actor", "%u actors, latest first", n), n);
  g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", left), left);
  GtkWidget *list;

  if (changes->len == 0)
    {
      dem_details_add_text (details, none);
      return;
    }
  list = create_list (details, changes);
  dem_details_add_list (details, _("Changed in the period"), count, list);
  if (left > 0)
    dem_details_add_text (details, more);
}

/* ---- All of it ---- */

void
dem_details_add_perspective (const DemDetails *details, guint32 actor)
{
  add_standings (details, actor);
  add_changes (details, actor);
}

void
dem_details_build_perspective (const DemDetails *details, guint32 actor)
{
  g_autofree char *title = dem_standings_dup_title (details->dossier, actor);
  g_autofree char *day = dem_day_format (details->moment);
  /* Translators: %s is a day. */
  g_autofree char *subtitle = g_strdup_printf (_("How others stood with it on %s"), day);

  dem_details_add_head (details, title, subtitle);
  dem_details_add_perspective_button (details, actor);
  dem_details_add_perspective (details, actor);
  dem_details_add_link (details, _("Seen from"), DEM_REF (ACTOR, actor));
  dem_details_add_remark (details, _("On the map, close hatching is hostile and wide hatching strained. Countries of which "
                                     "nothing is told keep the colour of the land."));
}
