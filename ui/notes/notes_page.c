/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_page_private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "app/exchange/notes_export.h"
#include "ui/notes/note_filter_menu.h"
#include "ui/notes/note_slot.h"

G_DEFINE_FINAL_TYPE (DemNotesPage, dem_notes_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_AUTHOR,
  PROP_SORT,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static const char *const sorts[DEM_N_NOTE_ORDERS] = {
  [DEM_NOTE_ORDER_NEWEST] = "newest", [DEM_NOTE_ORDER_OLDEST] = "oldest", [DEM_NOTE_ORDER_CHANGED] = "changed",
  [DEM_NOTE_ORDER_MAP] = "map",       [DEM_NOTE_ORDER_TIME] = "time",     [DEM_NOTE_ORDER_ARGUMENT] = "argument",
};

/* ---- What is on screen ---- */

static void
update_stack (DemNotesPage *self)
{
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (self->context.list)) > 0;
  gboolean has_notes = self->context.notebook != NULL
                       && g_list_model_get_n_items (dem_notebook_get_notes (self->context.notebook)) > 0;

  gtk_stack_set_visible_child_name (self->stack, any ? "list" : has_notes ? "nothing" : "empty");
  gtk_widget_set_visible (self->chips_bar, has_notes);
  gtk_widget_set_sensitive (self->export_button, has_notes);
}

static gboolean
on_update (gpointer data)
{
  DemNotesPage *self = data;

  self->update = 0;
  dem_notes_page_update_chips (self);
  dem_notes_page_update_filter (self);
  update_stack (self);
  return G_SOURCE_REMOVE;
}

/* Counts follow when there is time for it. */
static void
queue_update (DemNotesPage *self)
{
  update_stack (self);
  if (self->update == 0)
    self->update = g_idle_add (on_update, self);
}

static DemNotebookList *
get_base (DemNotesPage *self)
{
  return dem_note_list_get_base (self->context.list);
}

static void
on_search_changed (GtkSearchEntry *search, DemNotesPage *self)
{
  DemNotebookFilter filter = dem_notes_page_get_filter (self);

  g_assert (DEM_IS_NOTES_PAGE (self));

  filter.text = gtk_editable_get_text (GTK_EDITABLE (search));
  dem_notes_page_set_filter (self, &filter);
}

static void
on_search_stopped (GtkSearchEntry *search, DemNotesPage *self)
{
  gtk_editable_set_text (GTK_EDITABLE (search), "");
}

/* ---- Rows ---- */

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, DemNotesPage *self)
{
  gtk_list_item_set_child (item, dem_note_slot_new (&self->context));
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, DemNotesPage *self)
{
  dem_note_slot_set_row (DEM_NOTE_SLOT (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
on_unbind (GtkSignalListItemFactory *factory, GtkListItem *item, DemNotesPage *self)
{
  DemNoteSlot *slot = DEM_NOTE_SLOT (gtk_list_item_get_child (item));

  dem_note_slot_keep (slot);
  dem_note_slot_set_row (slot, NULL);
}

static DemNoteRow *
dup_row (DemNotesPage *self, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (self->context.list), position);
}

/* The slot in which a row is on screen, or NULL. */
static DemNoteSlot *
find_slot (DemNotesPage *self, DemNoteRow *row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *slot = gtk_widget_get_first_child (child);

      if (DEM_IS_NOTE_SLOT (slot) && dem_note_slot_get_row (DEM_NOTE_SLOT (slot)) == row)
        return DEM_NOTE_SLOT (slot);
    }
  return NULL;
}

static gboolean
on_enter (gpointer data)
{
  DemNotesPage *self = data;
  g_autoptr (DemNoteRow) row = g_steal_pointer (&self->entering);
  DemNoteSlot *slot = find_slot (self, row);

  self->enter = 0;
  if (slot != NULL)
    dem_note_slot_grab_editor (slot);
  return G_SOURCE_REMOVE;
}

static void
scroll_to (DemNotesPage *self, DemNoteRow *row)
{
  guint position = dem_note_list_find_position (self->context.list, row);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
}

/* The editor takes the keyboard as soon as the list has made it. */
static void
enter (DemNotesPage *self, DemNoteRow *row)
{
  scroll_to (self, row);
  g_set_object (&self->entering, row);
  if (self->enter == 0)
    self->enter = g_idle_add (on_enter, self);
}

static void
edit (DemNotesPage *self, DemNoteRow *row)
{
  dem_note_list_edit (self->context.list, row);
  dem_note_context_show (&self->context, dem_note_row_get_note (row));
  enter (self, row);
}

static void
on_activate (GtkListView *view, guint position, DemNotesPage *self)
{
  g_autoptr (DemNoteRow) row = dup_row (self, position);

  g_assert (DEM_IS_NOTES_PAGE (self));

  if (row != NULL)
    edit (self, row);
}

/* One card chosen is its subject selected everywhere; several are for deleting and exporting. */
static void
on_selection_changed (GtkSelectionModel *model, guint from, guint n, DemNotesPage *self)
{
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (model);
  g_autoptr (DemNoteRow) row = NULL;

  g_assert (DEM_IS_NOTES_PAGE (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.edit", !gtk_bitset_is_empty (chosen));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.delete", !gtk_bitset_is_empty (chosen));
  if (gtk_bitset_get_size (chosen) != 1)
    return;
  row = dup_row (self, gtk_bitset_get_nth (chosen, 0));
  if (row != NULL && !dem_note_row_is_draft (row))
    dem_note_context_show (&self->context, dem_note_row_get_note (row));
}

/* ---- Verbs ---- */

/* The name given last, else the one the system knows. */
static const char *
get_author (DemNotesPage *self)
{
  const char *name = g_get_real_name ();

  if (self->context.author != NULL)
    return self->context.author;
  return name != NULL && name[0] != '\0' && !g_str_equal (name, "Unknown") ? name : NULL;
}

void
dem_notes_page_add (DemNotesPage *self, GPtrArray *wanted)
{
  g_autoptr (GPtrArray) targets = NULL;
  g_autoptr (DemNote) note = NULL;

  g_return_if_fail (DEM_IS_NOTES_PAGE (self));

  if (self->context.notebook == NULL || dem_focus_get_dossier (self->context.focus) == NULL)
    return;
  targets = wanted != NULL ? g_ptr_array_ref (wanted) : dem_note_context_dup_targets (&self->context);
  note = dem_note_new ("", targets);
  if (get_author (self) != NULL)
    {
      g_autoptr (DemNote) anonymous = g_steal_pointer (&note);

      note = dem_note_with_creator (anonymous, get_author (self));
    }
  enter (self, dem_note_list_add_draft (self->context.list, note));
  update_stack (self);
  dem_note_context_show (&self->context, note);
}

void
dem_notes_page_keep (DemNotesPage *self)
{
  g_return_if_fail (DEM_IS_NOTES_PAGE (self));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DEM_IS_NOTE_SLOT (gtk_widget_get_first_child (child)))
      dem_note_slot_keep (DEM_NOTE_SLOT (gtk_widget_get_first_child (child)));
}

/* Not as actions of the page: GTK 4.8 leaves their buttons insensitive once the page has moved to another parent, which it
 * does where the window gets narrow. */
static void
on_new_clicked (GtkButton *button, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  dem_notes_page_add (self, NULL);
}

static void
on_show_all_clicked (GtkButton *button, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  dem_notes_page_show_all (self);
}

static void
on_import_clicked (GtkButton *button, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  dem_notes_page_choose_import (self);
}

static void
on_export_clicked (GtkButton *button, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  dem_notes_page_choose_export (self);
}

static void
on_edit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNotesPage *self = DEM_NOTES_PAGE (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (DemNoteRow) row = gtk_bitset_is_empty (chosen) ? NULL : dup_row (self, gtk_bitset_get_minimum (chosen));

  if (row != NULL)
    edit (self, row);
}

static void
on_delete (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DemNotesPage *self = DEM_NOTES_PAGE (widget);
  g_autoptr (GtkBitset) chosen = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < gtk_bitset_get_size (chosen); i++)
    {
      g_autoptr (DemNoteRow) row = dup_row (self, gtk_bitset_get_nth (chosen, i));

      if (row != NULL && !dem_note_row_is_draft (row))
        g_ptr_array_add (ids, g_strdup (dem_note_get_id (dem_note_row_get_note (row))));
    }
  g_ptr_array_add (ids, NULL);
  if (ids->len == 2)
    dem_notebook_delete_note (self->context.notebook, ids->pdata[0]);
  else if (ids->len > 2)
    dem_notebook_delete_notes (self->context.notebook, (const char *const *) (gpointer) ids->pdata);
}

/* ---- What changes ---- */

static void
on_undo_changed (DemNotesPage *self)
{
  DemUndo *undo = dem_notebook_get_undo (self->context.notebook);
  const char *undo_label = dem_undo_get_undo_label (undo), *redo_label = dem_undo_get_redo_label (undo);

  undo_label = undo_label != NULL ? undo_label : _ ("Undo");
  redo_label = redo_label != NULL ? redo_label : _ ("Redo");
  gtk_widget_set_tooltip_text (self->undo_button, undo_label);
  gtk_widget_set_tooltip_text (self->redo_button, redo_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo_label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, redo_label, -1);
}

/* A note that is taken back leaves the focus. */
static void
on_notebook_changed (DemNotesPage *self)
{
  const char *id = self->context.focus != NULL ? dem_focus_get_note (self->context.focus) : NULL;

  if (id != NULL && dem_notebook_get_note (self->context.notebook, id) == NULL
      && !dem_note_list_has_draft (self->context.list, id))
    dem_focus_show_note (self->context.focus, NULL, NULL, 0);
  queue_update (self);
}

static void
refresh_slots (DemNotesPage *self)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (DEM_IS_NOTE_SLOT (gtk_widget_get_first_child (child)))
      dem_note_slot_refresh (DEM_NOTE_SLOT (gtk_widget_get_first_child (child)));
}

static void
set_period (DemNotesPage *self, DemPeriod period)
{
  DemNotebookFilter filter = dem_notes_page_get_filter (self);
  gboolean is_other = filter.period.first != period.first || filter.period.last != period.last;

  filter.period = period;
  if (is_other)
    dem_notes_page_set_filter (self, &filter);
}

/* The list follows the argument as its outline has it. */
static void
order_claims (DemNotesPage *self)
{
  DemDossier *dossier = dem_notebook_list_get_dossier (get_base (self));
  g_autofree guint32 *claims = NULL;
  guint n;

  if (dossier == NULL || dem_notebook_list_get_order (get_base (self)) != DEM_NOTE_ORDER_ARGUMENT)
    return;
  claims = dem_notes_list_claims (dossier, &n);
  dem_notebook_list_set_claim_order (get_base (self), claims, n);
}

static void
on_focus_changed (DemFocus *focus, DemFocusChange what, DemNotesPage *self)
{
  g_assert (DEM_IS_NOTES_PAGE (self));

  if (what & DEM_FOCUS_PERIOD)
    set_period (self, dem_focus_get_period (focus));
  if (what & DEM_FOCUS_DOSSIER)
    {
      dem_notebook_list_set_dossier (get_base (self), dem_focus_get_dossier (focus));
      order_claims (self);
      refresh_slots (self);
    }
}

void
dem_notes_page_set_focus (DemNotesPage *self, DemFocus *focus)
{
  g_return_if_fail (DEM_IS_NOTES_PAGE (self));
  g_return_if_fail (DEM_IS_FOCUS (focus));
  g_return_if_fail (self->context.focus == NULL);

  self->context.focus = g_object_ref (focus);
  g_signal_connect_object (focus, "changed", G_CALLBACK (on_focus_changed), self, 0);
  on_focus_changed (focus, DEM_FOCUS_ALL, self);
}

void
dem_notes_page_set_notebook (DemNotesPage *self, DemNotebook *notebook)
{
  g_return_if_fail (DEM_IS_NOTES_PAGE (self));
  g_return_if_fail (notebook == NULL || DEM_IS_NOTEBOOK (notebook));

  if (self->context.notebook == notebook)
    return;
  if (self->context.notebook != NULL)
    {
      dem_notes_page_keep (self);
      /* One thing that was asked for was the other dossier's. */
      if (dem_notes_page_get_filter (self).target != NULL)
        dem_notes_page_show_all (self);
      g_signal_handlers_disconnect_by_func (self->context.notebook, on_notebook_changed, self);
      g_signal_handlers_disconnect_by_func (dem_notebook_get_undo (self->context.notebook), on_undo_changed, self);
    }
  g_set_object (&self->context.notebook, notebook);
  dem_note_list_set_notebook (self->context.list, notebook);
  dem_note_filter_menu_set_notebook (DEM_NOTE_FILTER_MENU (self->filter_menu), notebook);
  if (notebook != NULL)
    {
      g_signal_connect_object (notebook, "changed", G_CALLBACK (on_notebook_changed), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (dem_notebook_get_undo (notebook), "changed", G_CALLBACK (on_undo_changed), self,
                               G_CONNECT_SWAPPED);
      on_undo_changed (self);
    }
  dem_notes_page_follow_store (self);
  queue_update (self);
}

/* ---- The widget ---- */

static void
dem_notes_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DemNotesPage *self = DEM_NOTES_PAGE (object);

  switch (id)
    {
    case PROP_AUTHOR:
      g_value_set_string (value, self->context.author != NULL ? self->context.author : "");
      break;
    case PROP_SORT:
      g_value_set_string (value, sorts[dem_notebook_list_get_order (get_base (self))]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_sort (DemNotesPage *self, const char *name)
{
  static const char *const words[DEM_N_NOTE_ORDERS] = {
    [DEM_NOTE_ORDER_NEWEST] = N_ ("Newest"), [DEM_NOTE_ORDER_OLDEST] = N_ ("Oldest"),
    [DEM_NOTE_ORDER_CHANGED] = N_ ("Changed"), [DEM_NOTE_ORDER_MAP] = N_ ("Map"),
    [DEM_NOTE_ORDER_TIME] = N_ ("Time"), [DEM_NOTE_ORDER_ARGUMENT] = N_ ("Argument"),
  };

  for (guint i = 0; i < DEM_N_NOTE_ORDERS; i++)
    if (g_strcmp0 (sorts[i], name) == 0)
      {
        dem_notebook_list_set_order (get_base (self), (DemNoteOrder) i);
        order_claims (self);
        gtk_menu_button_set_label (self->sort_button, _ (words[i]));
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT]);
      }
}

static void
dem_notes_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DemNotesPage *self = DEM_NOTES_PAGE (object);
  const char *text = g_value_get_string (value);

  switch (id)
    {
    case PROP_AUTHOR:
      if (g_strcmp0 (self->context.author != NULL ? self->context.author : "", text != NULL ? text : "") == 0)
        break;
      g_free (self->context.author);
      self->context.author = text != NULL && text[0] != '\0' ? g_strdup (text) : NULL;
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_SORT:
      set_sort (self, text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
dem_notes_page_dispose (GObject *object)
{
  DemNotesPage *self = DEM_NOTES_PAGE (object);
  GtkWidget *child;

  g_clear_handle_id (&self->enter, g_source_remove);
  g_clear_handle_id (&self->update, g_source_remove);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->view != NULL)
    dem_notes_page_keep (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), DEM_TYPE_NOTES_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->entering);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (dem_notes_page_parent_class)->dispose (object);
}

/* Slots borrow the context, and go with the last reference to the view. */
static void
dem_notes_page_finalize (GObject *object)
{
  DemNotesPage *self = DEM_NOTES_PAGE (object);

  g_clear_object (&self->context.list);
  g_clear_object (&self->context.notebook);
  g_clear_object (&self->context.focus);
  g_free (self->context.author);

  G_OBJECT_CLASS (dem_notes_page_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.edit", NULL, on_edit);
  gtk_widget_class_install_action (widget_class, "notes.delete", NULL, on_delete);
  gtk_widget_class_install_property_action (widget_class, "notes.sort", "sort");
  gtk_widget_class_install_property_action (widget_class, "notes.author", "author");
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/demarche/Demarche/ui/notes/notes_page.ui");
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, search);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, chips_bar);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, chips);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, sort_button);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, filter_button);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, filter_popover);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, filter_words);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, nothing);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, toasts);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, view);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, saved);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, undo_button);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, redo_button);
  gtk_widget_class_bind_template_child (widget_class, DemNotesPage, export_button);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_new_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_show_all_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_import_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_export_clicked);
}

static void
dem_notes_page_class_init (DemNotesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = dem_notes_page_get_property;
  object_class->set_property = dem_notes_page_set_property;
  object_class->dispose = dem_notes_page_dispose;
  object_class->finalize = dem_notes_page_finalize;
  properties[PROP_AUTHOR] = g_param_spec_string ("author", NULL, NULL, "", flags);
  properties[PROP_SORT] = g_param_spec_string ("sort", NULL, NULL, "newest", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (GTK_WIDGET_CLASS (klass));
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* A page before the end the next notes come. */
static void
on_scrolled (GtkAdjustment *place, DemNotesPage *self)
{
  double page = gtk_adjustment_get_page_size (place), value = gtk_adjustment_get_value (place);

  g_assert (DEM_IS_NOTES_PAGE (self));

  if (value > 0 && value + 2 * page >= gtk_adjustment_get_upper (place))
    dem_note_list_show_more (self->context.list);
}

/* To the last, or all of them: then they have to be there. */
static gboolean
on_list_key (DemNotesPage *self, guint keyval, guint keycode, GdkModifierType state)
{
  if (keyval == GDK_KEY_End || keyval == GDK_KEY_KP_End || (keyval == GDK_KEY_a && (state & GDK_CONTROL_MASK)))
    dem_note_list_show_rest (self->context.list);
  return GDK_EVENT_PROPAGATE;
}

static void
follow_reader (DemNotesPage *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkAdjustment *place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_list_key), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  g_signal_connect_object (place, "value-changed", G_CALLBACK (on_scrolled), self, 0);
}

static void
add_list_keys (DemNotesPage *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0), gtk_named_action_new ("notes.delete")));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

static void
dem_notes_page_init (DemNotesPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->context.list = dem_note_list_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  self->selection = gtk_multi_selection_new (g_object_ref (G_LIST_MODEL (self->context.list)));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (on_selection_changed), self, 0);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  gtk_list_view_set_factory (self->view, factory);
  self->filter_menu = dem_note_filter_menu_new (get_base (self));
  gtk_popover_set_child (self->filter_popover, self->filter_menu);
  g_signal_connect_object (get_base (self), "counts-changed", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  add_list_keys (self);
  follow_reader (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.edit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "notes.delete", FALSE);
  update_stack (self);
}

GtkWidget *
dem_notes_page_new (void)
{
  return g_object_new (DEM_TYPE_NOTES_PAGE, NULL);
}
