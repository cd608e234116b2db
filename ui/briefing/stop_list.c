/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/stop_list.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/widget_style.h"

#define GRID_CARD 210
#define GRID_COLUMNS 5

struct _DemStopList
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *view;
  GtkSingleSelection *selection;

  DemTalk *talk;
  gboolean as_grid;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemStopList, dem_stop_list, GTK_TYPE_WIDGET)

static GtkWidget *
add_label (GtkWidget *box, const char *css_class, gboolean expand)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, expand);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DemStopList *self)
{
  GtkWidget *box = gtk_box_new (self->as_grid ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_widget_add_css_class (box, self->as_grid ? "stop-card" : "stop-row");
  add_label (box, "numeric", FALSE);
  add_label (box, NULL, TRUE);
  add_label (box, self->as_grid ? "caption" : "dim-label", FALSE);
  if (self->as_grid)
    gtk_widget_set_size_request (box, GRID_CARD, -1);
  gtk_list_item_set_child (item, box);
}

/* "2 min"; a check mark before it where one has been. (transfer full) */
static char *
make_minutes (DemStopList *self, DemTalkStop *stop, guint position)
{
  double minutes = dem_talk_stop_get_minutes (stop);
  gboolean was_here = dem_talk_was_at (self->talk, position) && position != dem_talk_get_position (self->talk);
  g_autofree char *number = isnan (minutes) ? NULL : g_strdup_printf ("%g", minutes);
  g_autofree char *text = number != NULL ? g_strdup_printf (_ ("%s min"), number) : NULL;

  if (was_here)
    return g_strdup_printf ("✓ %s", text != NULL ? text : "");
  return text != NULL ? g_steal_pointer (&text) : g_strdup ("");
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DemStopList *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *number = gtk_widget_get_first_child (box), *name = gtk_widget_get_next_sibling (number);
  GtkWidget *last = gtk_widget_get_next_sibling (name);
  guint position = gtk_list_item_get_position (item);
  DemTalkStop *stop = gtk_list_item_get_item (item);
  g_autofree char *digits = g_strdup_printf ("%u", position + 1);
  g_autofree char *minutes = make_minutes (self, stop, position);
  const char *headline = dem_talk_stop_get_text (stop, DEM_STOP_HEADLINE);
  gboolean is_here = position == dem_talk_get_position (self->talk);
  g_autofree char *spoken = g_strdup_printf (_ ("Stop %u, %s"), position + 1, dem_talk_stop_get_name (stop));

  g_assert (DEM_IS_STOP_LIST (self));

  gtk_label_set_text (GTK_LABEL (number), digits);
  gtk_label_set_text (GTK_LABEL (name), dem_talk_stop_get_name (stop));
  gtk_label_set_text (GTK_LABEL (last), self->as_grid ? (headline != NULL ? headline : "") : minutes);
  dem_widget_set_css_class (box, "here", is_here);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                    -1);
}

static void
on_activate (DemStopList *self, guint position)
{
  dem_talk_go (self->talk, position, g_get_monotonic_time ());
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* Rows say where the talk is and has been: all are shown anew. */
static void
refresh (DemStopList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  guint position = dem_talk_get_position (self->talk);

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  if (self->as_grid)
    gtk_grid_view_set_factory (GTK_GRID_VIEW (self->view), factory);
  else
    gtk_list_view_set_factory (GTK_LIST_VIEW (self->view), factory);
  g_object_unref (factory);
  if (position >= dem_briefing_count (dem_talk_get_briefing (self->talk)))
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (self->view, "list.scroll-to-item", "u", position);
}

static void
on_talk_changed (DemTalk *talk, guint changes, DemStopList *self)
{
  g_assert (DEM_IS_STOP_LIST (self));

  if (changes & DEM_TALK_CHANGED_STOP)
    refresh (self);
}

static void
dem_stop_list_dispose (GObject *object)
{
  DemStopList *self = DEM_STOP_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->talk);
  G_OBJECT_CLASS (dem_stop_list_parent_class)->dispose (object);
}

static void
dem_stop_list_class_init (DemStopListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_stop_list_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "stops");
}

static void
dem_stop_list_init (DemStopList *self)
{
  self->scroller = gtk_scrolled_window_new ();
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
}

GtkWidget *
dem_stop_list_new (DemTalk *talk, gboolean as_grid)
{
  DemStopList *self = g_object_new (DEM_TYPE_STOP_LIST, NULL);
  GtkSelectionModel *model;

  self->talk = g_object_ref (talk);
  self->as_grid = as_grid;
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (dem_talk_get_briefing (talk))));
  model = g_object_ref (GTK_SELECTION_MODEL (self->selection));
  self->view = as_grid ? gtk_grid_view_new (model, NULL) : gtk_list_view_new (model, NULL);
  if (as_grid)
    {
      gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), GRID_COLUMNS);
      gtk_grid_view_set_single_click_activate (GTK_GRID_VIEW (self->view), TRUE);
    }
  else
    gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->view), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("All stops"), -1);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activate), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (talk, "changed", G_CALLBACK (on_talk_changed), self, 0);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  refresh (self);
  return GTK_WIDGET (self);
}
