/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/briefing/stops_window.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/common/widget_style.h"

struct _DemStopsWindow
{
  AdwWindow parent_instance;

  /* of the template */
  GtkStack *pages;
  GtkListView *list;
  GtkWidget *editor;
  GtkEditable *kicker;
  GtkEditable *headline;
  GtkTextView *text;
  GtkTextView *notes;
  GtkSpinButton *minutes;

  DemBriefing *briefing;
  GtkSingleSelection *selection;
  gboolean filling; /* fields are being filled: nothing was typed */
};

enum
{
  PRESENT_HERE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DemStopsWindow, dem_stops_window, ADW_TYPE_WINDOW)

static guint
get_position (DemStopsWindow *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

/* (nullable) */
static DemTalkStop *
get_stop (DemStopsWindow *self)
{
  return get_position (self) != GTK_INVALID_LIST_POSITION ? dem_briefing_get (self->briefing, get_position (self)) : NULL;
}

/* ---- What the chosen stop says ---- */

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

/* Only what is other is set: the cursor stays where it is. */
static void
fill_editable (GtkEditable *editable, const char *text)
{
  if (g_strcmp0 (gtk_editable_get_text (editable), text != NULL ? text : "") != 0)
    gtk_editable_set_text (editable, text != NULL ? text : "");
}

static void
fill_text (GtkTextView *view, const char *text)
{
  g_autofree char *now = dup_text (view);

  if (g_strcmp0 (now, text != NULL ? text : "") != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
}

static void
update_actions (DemStopsWindow *self, DemTalkStop *stop)
{
  GtkWidget *widget = GTK_WIDGET (self);
  guint position = get_position (self), n = dem_briefing_count (self->briefing);
  gboolean hidden = stop != NULL && dem_talk_stop_is_hidden (stop);

  gtk_widget_action_set_enabled (widget, "stops.up", stop != NULL && position > 0);
  gtk_widget_action_set_enabled (widget, "stops.down", stop != NULL && position + 1 < n);
  gtk_widget_action_set_enabled (widget, "stops.duplicate", stop != NULL);
  gtk_widget_action_set_enabled (widget, "stops.hide", stop != NULL && !hidden);
  gtk_widget_action_set_enabled (widget, "stops.show", hidden);
  gtk_widget_action_set_enabled (widget, "stops.delete",
                                 stop != NULL && dem_ref_is_none (dem_talk_stop_get_ref (stop)));
  gtk_widget_action_set_enabled (widget, "stops.restore",
                                 stop != NULL && !dem_ref_is_none (dem_talk_stop_get_ref (stop))
                                     && dem_talk_stop_is_changed (stop));
  gtk_widget_action_set_enabled (widget, "stops.present", stop != NULL && !hidden);
}

static void
show_stop (DemStopsWindow *self)
{
  DemTalkStop *stop = get_stop (self);
  double minutes = stop != NULL ? dem_talk_stop_get_minutes (stop) : NAN;

  self->filling = TRUE;
  fill_editable (self->kicker, stop != NULL ? dem_talk_stop_get_text (stop, DEM_STOP_KICKER) : NULL);
  fill_editable (self->headline, stop != NULL ? dem_talk_stop_get_text (stop, DEM_STOP_HEADLINE) : NULL);
  fill_text (self->text, stop != NULL ? dem_talk_stop_get_text (stop, DEM_STOP_TEXT) : NULL);
  fill_text (self->notes, stop != NULL ? dem_talk_stop_get_text (stop, DEM_STOP_NOTES) : NULL);
  gtk_spin_button_set_value (self->minutes, isnan (minutes) ? 0 : minutes);
  self->filling = FALSE;
  gtk_widget_set_sensitive (self->editor, stop != NULL);
  gtk_stack_set_visible_child_name (self->pages, dem_briefing_count (self->briefing) > 0 ? "stops" : "none");
  update_actions (self, stop);
}

static void
set_text (DemStopsWindow *self, DemStopText which, const char *text)
{
  DemTalkStop *stop = get_stop (self);
  g_autofree char *id = stop != NULL ? g_strdup (dem_talk_stop_get_id (stop)) : NULL;

  if (!self->filling && id != NULL)
    dem_briefing_set_text (self->briefing, id, which, text);
}

static void
on_kicker (DemStopsWindow *self)
{
  set_text (self, DEM_STOP_KICKER, gtk_editable_get_text (self->kicker));
}

static void
on_headline (DemStopsWindow *self)
{
  set_text (self, DEM_STOP_HEADLINE, gtk_editable_get_text (self->headline));
}

static void
on_text (DemStopsWindow *self)
{
  g_autofree char *text = dup_text (self->text);

  set_text (self, DEM_STOP_TEXT, text);
}

static void
on_notes (DemStopsWindow *self)
{
  g_autofree char *text = dup_text (self->notes);

  set_text (self, DEM_STOP_NOTES, text);
}

static void
on_minutes (DemStopsWindow *self)
{
  DemTalkStop *stop = get_stop (self);
  double minutes = gtk_spin_button_get_value (self->minutes);
  g_autofree char *id = stop != NULL ? g_strdup (dem_talk_stop_get_id (stop)) : NULL;

  if (!self->filling && id != NULL)
    dem_briefing_set_minutes (self->briefing, id, minutes > 0 ? minutes : NAN);
}

/* ---- The list ---- */

static void
select_id (DemStopsWindow *self, const char *id)
{
  guint position = id != NULL ? dem_briefing_find (self->briefing, id) : DEM_NO_INDEX;

  if (position == DEM_NO_INDEX)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  show_stop (self);
}

static void
move (DemStopsWindow *self, guint from, guint to)
{
  DemTalkStop *stop = dem_briefing_get (self->briefing, from);
  g_autofree char *id = stop != NULL ? g_strdup (dem_talk_stop_get_id (stop)) : NULL;

  if (id == NULL || to >= dem_briefing_count (self->briefing) || from == to)
    return;
  dem_briefing_move (self->briefing, from, to);
  select_id (self, id);
}

static GdkContentProvider *
on_drag_prepare (GtkDragSource *source, double x, double y, GtkListItem *item)
{
  return gdk_content_provider_new_typed (G_TYPE_UINT, gtk_list_item_get_position (item));
}

static gboolean
on_drop (GtkDropTarget *target, const GValue *value, double x, double y, GtkListItem *item)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (gtk_list_item_get_child (item)));

  if (!DEM_IS_STOPS_WINDOW (window))
    return FALSE;
  move (DEM_STOPS_WINDOW (window), g_value_get_uint (value), gtk_list_item_get_position (item));
  return TRUE;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DemStopsWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8), *label = gtk_label_new (NULL);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_MOVE);

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("list-drag-handle-symbolic"));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_drag_prepare), item, 0);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), item, 0);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (target));
  gtk_list_item_set_child (item, box);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DemStopsWindow *self)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  DemTalkStop *stop = gtk_list_item_get_item (item);
  gboolean hidden = dem_talk_stop_is_hidden (stop);
  g_autofree char *text = g_strdup_printf (hidden ? _ ("%u  %s (hidden)") : _ ("%u  %s"),
                                           gtk_list_item_get_position (item) + 1, dem_talk_stop_get_name (stop));

  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (box)), text);
  dem_widget_set_css_class (box, "dim-label", hidden);
  if (gtk_widget_get_parent (box) != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* ---- Actions ---- */

/* Among those that are presented. */
static guint
count_presented_before (DemStopsWindow *self, guint position)
{
  guint n = 0;

  for (guint i = 0; i < position; i++)
    n += !dem_talk_stop_is_hidden (dem_briefing_get (self->briefing, i));
  return n;
}

static void
on_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemStopsWindow *self = DEM_STOPS_WINDOW (widget);
  DemTalkStop *stop = get_stop (self);
  g_autofree char *id = stop != NULL ? g_strdup (dem_talk_stop_get_id (stop)) : NULL;
  g_autofree char *copy = NULL;
  guint position = get_position (self);

  if (id == NULL)
    return;
  if (g_str_equal (name, "stops.up"))
    move (self, position, position - 1);
  else if (g_str_equal (name, "stops.down"))
    move (self, position, position + 1);
  else if (g_str_equal (name, "stops.duplicate"))
    select_id (self, copy = dem_briefing_duplicate (self->briefing, id));
  else if (g_str_equal (name, "stops.hide") || g_str_equal (name, "stops.show"))
    dem_briefing_set_hidden (self->briefing, id, g_str_equal (name, "stops.hide"));
  else if (g_str_equal (name, "stops.delete"))
    dem_briefing_delete (self->briefing, id);
  else if (g_str_equal (name, "stops.restore"))
    dem_briefing_restore (self->briefing, id);
  else if (g_str_equal (name, "stops.present"))
    g_signal_emit (self, signals[PRESENT_HERE], 0, count_presented_before (self, position));
}

static void
on_undo (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemUndo *undo = dem_notebook_get_undo (dem_briefing_get_notebook (DEM_STOPS_WINDOW (widget)->briefing));

  if (g_str_equal (name, "stops.undo"))
    dem_undo_undo (undo);
  else
    dem_undo_redo (undo);
}

/* ---- The window ---- */

static void
dem_stops_window_dispose (GObject *object)
{
  DemStopsWindow *self = DEM_STOPS_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_STOPS_WINDOW);
  g_clear_object (&self->selection);
  g_clear_object (&self->briefing);
  G_OBJECT_CLASS (dem_stops_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const char *const names[] = { "stops.up",   "stops.down",   "stops.duplicate", "stops.hide",
                                       "stops.show", "stops.delete", "stops.restore",   "stops.present" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_install_action (klass, names[i], NULL, on_action);
  gtk_widget_class_install_action (klass, "stops.undo", NULL, on_undo);
  gtk_widget_class_install_action (klass, "stops.redo", NULL, on_undo);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Up, GDK_ALT_MASK, "stops.up", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Down, GDK_ALT_MASK, "stops.down", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK, "stops.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "stops.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
dem_stops_window_class_init (DemStopsWindowClass *class)
{
  GtkWidgetClass *klass = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = dem_stops_window_dispose;
  signals[PRESENT_HERE] = g_signal_new ("present-here", G_TYPE_FROM_CLASS (class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  install_actions (klass);
  gtk_widget_class_set_template_from_resource (klass, "/org/demarche/Demarche/ui/briefing/stops_window.ui");
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, pages);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, list);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, editor);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, kicker);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, headline);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, text);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, notes);
  gtk_widget_class_bind_template_child (klass, DemStopsWindow, minutes);
}

static void
listen (DemStopsWindow *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  gtk_list_view_set_factory (self->list, factory);
  g_signal_connect_object (self->kicker, "changed", G_CALLBACK (on_kicker), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->headline, "changed", G_CALLBACK (on_headline), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "changed", G_CALLBACK (on_text), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_text_view_get_buffer (self->notes), "changed", G_CALLBACK (on_notes), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->minutes, "value-changed", G_CALLBACK (on_minutes), self, G_CONNECT_SWAPPED);
}

static void
dem_stops_window_init (DemStopsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  listen (self);
}

GtkWidget *
dem_stops_window_new (DemDossier *dossier, DemNotebook *notebook, const char *id)
{
  DemStopsWindow *self = g_object_new (DEM_TYPE_STOPS_WINDOW, NULL);

  self->briefing = dem_briefing_new (dossier, notebook, TRUE);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->briefing)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->briefing, "items-changed", G_CALLBACK (show_stop), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  show_stop (self);
  select_id (self, id);
  if (id != NULL)
    gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->headline));
  return GTK_WIDGET (self);
}
