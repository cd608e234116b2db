/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_list.h"

#include <glib/gi18n-lib.h>

#include "ui/timeline/event_rows.h"
#include "ui/timeline/timeline_words.h"

#define WIDTH 380
#define TALLEST 380

struct _DemEventList
{
  GtkWidget parent_instance;

  DemFocus *focus;
  DemDossier *dossier; /* whose events these are */
  DemEventRows *rows;
};

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemEventList, dem_event_list, GTK_TYPE_WIDGET)

void
dem_event_list_activate (DemEventList *self, guint i)
{
  DemRef ref;

  g_return_if_fail (DEM_IS_EVENT_LIST (self));

  ref = dem_event_rows_get_ref (self->rows, i);
  /* The dossier may have been read again while the list was open. */
  if (dem_ref_is_none (ref) || dem_focus_get_dossier (self->focus) != self->dossier)
    return;
  dem_focus_select (self->focus, ref);
  g_signal_emit (self, signals[ACTIVATED], 0);
}

guint
dem_event_list_get_n_rows (DemEventList *self)
{
  g_return_val_if_fail (DEM_IS_EVENT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

DemRef
dem_event_list_get_row (DemEventList *self, guint i)
{
  g_return_val_if_fail (DEM_IS_EVENT_LIST (self), DEM_REF_NONE);

  return dem_event_rows_get_ref (self->rows, i);
}

static void
on_activate (GtkListView *view, guint i, DemEventList *self)
{
  dem_event_list_activate (self, i);
}

/* ---- Rows ---- */

static void
set_up_row (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *name = gtk_label_new (NULL), *date = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (date, "dim-label");
  gtk_widget_add_css_class (date, "caption");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), date);
  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory, GtkListItem *item, DemEventList *self)
{
  DemEventRow *row = gtk_list_item_get_item (item);
  GtkWidget *name = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *date = gtk_widget_get_next_sibling (name);
  const char *heading = dem_event_row_get_heading (row);
  g_autofree char *title = NULL;
  g_autofree char *when = NULL;

  gtk_list_item_set_activatable (item, heading == NULL);
  gtk_list_item_set_selectable (item, heading == NULL);
  gtk_widget_remove_css_class (name, "heading");
  if (heading != NULL)
    {
      gtk_widget_add_css_class (name, "heading");
      gtk_label_set_text (GTK_LABEL (name), heading);
      gtk_label_set_text (GTK_LABEL (date), NULL);
      return;
    }
  title = dem_dossier_dup_name (self->dossier, dem_event_row_get_ref (row));
  when = dem_timeline_dup_when (self->dossier, dem_event_row_get_ref (row));
  gtk_label_set_text (GTK_LABEL (name), title);
  gtk_widget_set_tooltip_text (name, title);
  gtk_label_set_text (GTK_LABEL (date), when);
}

/* ---- The widget ---- */

static GtkWidget *
make_view (DemEventList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_row), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_row), self, 0);
  view = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->rows)))), factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Events of the period"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (on_activate), self, 0);
  return view;
}

static void
dem_event_list_dispose (GObject *object)
{
  DemEventList *self = DEM_EVENT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->rows);
  g_clear_object (&self->dossier);
  g_clear_object (&self->focus);
  G_OBJECT_CLASS (dem_event_list_parent_class)->dispose (object);
}

static void
dem_event_list_class_init (DemEventListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_event_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[ACTIVATED] = g_signal_new ("activated", DEM_TYPE_EVENT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
dem_event_list_init (DemEventList *self)
{
}

GtkWidget *
dem_event_list_new (DemFocus *focus, DemTimelineIndex *index)
{
  DemEventList *self;
  GtkWidget *scroller = gtk_scrolled_window_new ();

  g_return_val_if_fail (DEM_IS_FOCUS (focus) && index != NULL, NULL);

  self = g_object_new (DEM_TYPE_EVENT_LIST, NULL);
  self->focus = g_object_ref (focus);
  self->dossier = g_object_ref (index->dossier);
  self->rows = dem_event_rows_new (index, dem_focus_get_period (focus));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), TALLEST);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), make_view (self));
  gtk_widget_set_size_request (scroller, WIDTH, -1);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
