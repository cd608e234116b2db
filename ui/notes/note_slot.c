/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_slot.h"

#include "ui/notes/note_card.h"
#include "ui/notes/note_editor.h"
#include "ui/notes/note_words.h"

struct _DemNoteSlot
{
  GtkWidget parent_instance;

  const DemNoteContext *context;
  DemNoteRow *row;
  GtkWidget *heading;
  GtkWidget *card;
  GtkWidget *editor; /* NULL unless the note is being edited here */
};

G_DEFINE_FINAL_TYPE (DemNoteSlot, dem_note_slot, GTK_TYPE_WIDGET)

/* A list has its rows read out by what they are called. */
static void
set_spoken (DemNoteSlot *self, DemNote *note, DemDossier *dossier)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *spoken = dem_note_dup_spoken (note, dossier, now);

  if (parent != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (parent), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
show_editor (DemNoteSlot *self)
{
  gtk_widget_set_visible (self->card, FALSE);
  if (self->editor != NULL)
    {
      dem_note_editor_update (DEM_NOTE_EDITOR (self->editor));
      return;
    }
  self->editor = dem_note_editor_new (self->context, self->row);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
}

static void
show_card (DemNoteSlot *self, DemNote *note, DemDossier *dossier)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  gtk_widget_set_visible (self->card, TRUE);
  dem_note_card_show (DEM_NOTE_CARD (self->card), note, dossier);
  if (editor == NULL)
    return;
  /* Whoever wrote goes on at the card, not at the top of the window. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == editor && gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
  gtk_widget_unparent (editor);
}

void
dem_note_slot_refresh (DemNoteSlot *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->context->focus);
  const char *heading;
  DemNote *note;

  g_return_if_fail (DEM_IS_NOTE_SLOT (self));

  if (self->row == NULL || dossier == NULL || self->context->notebook == NULL)
    return;
  note = dem_note_row_get_note (self->row);
  heading = dem_note_row_get_heading (self->row);
  gtk_label_set_text (GTK_LABEL (self->heading), heading != NULL ? heading : "");
  gtk_widget_set_visible (self->heading, heading != NULL);
  if (dem_note_row_is_editing (self->row))
    show_editor (self);
  else
    show_card (self, note, dossier);
  set_spoken (self, note, dossier);
}

void
dem_note_slot_set_row (DemNoteSlot *self, DemNoteRow *row)
{
  g_return_if_fail (DEM_IS_NOTE_SLOT (self));

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, dem_note_slot_refresh, self);
  if (self->row != row)
    g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_set_object (&self->row, row);
  if (row != NULL)
    g_signal_connect_object (row, "changed", G_CALLBACK (dem_note_slot_refresh), self, G_CONNECT_SWAPPED);
  dem_note_slot_refresh (self);
}

DemNoteRow *
dem_note_slot_get_row (DemNoteSlot *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_SLOT (self), NULL);

  return self->row;
}

gboolean
dem_note_slot_grab_editor (DemNoteSlot *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_SLOT (self), FALSE);

  if (self->editor == NULL)
    return FALSE;
  dem_note_editor_grab (DEM_NOTE_EDITOR (self->editor));
  return TRUE;
}

void
dem_note_slot_keep (DemNoteSlot *self)
{
  g_return_if_fail (DEM_IS_NOTE_SLOT (self));

  if (self->editor != NULL)
    dem_note_editor_keep (DEM_NOTE_EDITOR (self->editor));
}

/* ---- What a card asks for ---- */

static void
on_edit (DemNoteSlot *self)
{
  dem_note_list_edit (self->context->list, self->row);
  dem_note_slot_grab_editor (self);
}

static void
on_confirm (DemNoteSlot *self)
{
  dem_notebook_confirm_note (self->context->notebook, dem_note_get_id (dem_note_row_get_note (self->row)));
}

/* The first target that is gone is replaced by the first thing that is selected. */
static void
on_reattach (DemNoteSlot *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->context->focus);
  DemNote *note = dem_note_row_get_note (self->row);
  GPtrArray *targets = dem_note_get_targets (note);
  g_autoptr (GPtrArray) others = dem_note_context_dup_targets (self->context);
  g_autofree char *id = g_strdup (dem_note_get_id (note));

  for (guint i = 0; i < targets->len; i++)
    if (!dem_note_target_exists (targets->pdata[i], dossier))
      {
        g_autoptr (DemNoteTarget) from = dem_note_target_ref (targets->pdata[i]);

        dem_notebook_reattach_note (self->context->notebook, id, from, others->pdata[0]);
        return;
      }
}

/* ---- The widget ---- */

static void
dem_note_slot_dispose (GObject *object)
{
  DemNoteSlot *self = DEM_NOTE_SLOT (object);

  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, dem_note_slot_refresh, self);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->card, gtk_widget_unparent);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (dem_note_slot_parent_class)->dispose (object);
}

static void
dem_note_slot_class_init (DemNoteSlotClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_note_slot_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
dem_note_slot_init (DemNoteSlot *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->heading = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_add_css_class (self->heading, "note-heading");
  gtk_widget_set_visible (self->heading, FALSE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->card = dem_note_card_new ();
  gtk_widget_set_parent (self->card, GTK_WIDGET (self));
  g_signal_connect_object (self->card, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "confirm", G_CALLBACK (on_confirm), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->card, "reattach", G_CALLBACK (on_reattach), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_note_slot_new (const DemNoteContext *context)
{
  DemNoteSlot *self = g_object_new (DEM_TYPE_NOTE_SLOT, NULL);

  g_return_val_if_fail (context != NULL, NULL);

  self->context = context;
  return GTK_WIDGET (self);
}
