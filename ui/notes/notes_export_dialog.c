/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_export_dialog.h"

#include <glib/gi18n-lib.h>

struct _DemNotesExportDialog
{
  AdwMessageDialog parent_instance;

  GListModel *notes[DEM_N_NOTES_SCOPES];
  GtkWidget *scopes[DEM_N_NOTES_SCOPES];
  GtkWidget *format;
  GtkWidget *order;
  GtkWidget *order_label;
  GtkWidget *privates;
  GtkWidget *authors;
  GtkLabel *said;
};

G_DEFINE_FINAL_TYPE (DemNotesExportDialog, dem_notes_export_dialog, ADW_TYPE_MESSAGE_DIALOG)

typedef enum
{
  FORMAT_JSON,
  FORMAT_MARKDOWN,
} Format;

static const DemNoteOrder orders[] = { DEM_NOTE_ORDER_MAP, DEM_NOTE_ORDER_TIME, DEM_NOTE_ORDER_ARGUMENT };

/* ---- What is chosen ---- */

static GListModel *
get_notes (DemNotesExportDialog *self)
{
  for (guint i = 0; i < DEM_N_NOTES_SCOPES; i++)
    if (self->scopes[i] != NULL && gtk_check_button_get_active (GTK_CHECK_BUTTON (self->scopes[i])))
      return self->notes[i];
  return self->notes[DEM_NOTES_SCOPE_ALL];
}

static gboolean
is_report (DemNotesExportDialog *self)
{
  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->format)) == FORMAT_MARKDOWN;
}

static gboolean
is_ticked (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static guint
count_private (GListModel *notes)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (DemNote) note = g_list_model_get_item (notes, i);

      n += (guint) dem_note_is_private (note);
    }
  return n;
}

static void
update (DemNotesExportDialog *self)
{
  guint n_private = count_private (get_notes (self));
  guint n = dem_notes_export_dialog_count (self);
  g_autofree char *privates
      = g_strdup_printf (ngettext ("%u _private note as well", "%u _private notes as well", n_private), n_private);
  g_autofree char *said = g_strdup_printf (ngettext ("%u note will be exported.", "%u notes will be exported.", n), n);

  gtk_check_button_set_label (GTK_CHECK_BUTTON (self->privates), privates);
  gtk_widget_set_visible (self->privates, n_private > 0);
  gtk_widget_set_visible (self->order, is_report (self));
  gtk_widget_set_visible (self->order_label, is_report (self));
  gtk_label_set_text (self->said, said);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "export", n > 0);
}

guint
dem_notes_export_dialog_count (DemNotesExportDialog *self)
{
  GListModel *notes;

  g_return_val_if_fail (DEM_IS_NOTES_EXPORT_DIALOG (self), 0);

  notes = get_notes (self);
  return g_list_model_get_n_items (notes) - (is_ticked (self->privates) ? 0 : count_private (notes));
}

const char *
dem_notes_export_dialog_get_name (DemNotesExportDialog *self)
{
  g_return_val_if_fail (DEM_IS_NOTES_EXPORT_DIALOG (self), NULL);

  return is_report (self) ? _ ("notes.md") : _ ("notes.json");
}

char *
dem_notes_export_dialog_dup_text (DemNotesExportDialog *self, DemDossier *dossier)
{
  DemNotesExportFlags flags = DEM_NOTES_EXPORT_NOTHING_ELSE;
  guint order;

  g_return_val_if_fail (DEM_IS_NOTES_EXPORT_DIALOG (self), NULL);

  order = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->order));
  if (is_ticked (self->privates))
    flags |= DEM_NOTES_EXPORT_PRIVATE;
  if (is_ticked (self->authors))
    flags |= DEM_NOTES_EXPORT_AUTHORS;
  if (!is_report (self))
    return dem_notes_to_json (get_notes (self), dossier, flags);
  return dem_notes_to_markdown (get_notes (self), dossier, orders[MIN (order, G_N_ELEMENTS (orders) - 1)], flags);
}

/* ---- The widget ---- */

static void
dem_notes_export_dialog_dispose (GObject *object)
{
  DemNotesExportDialog *self = DEM_NOTES_EXPORT_DIALOG (object);

  for (guint i = 0; i < DEM_N_NOTES_SCOPES; i++)
    g_clear_object (&self->notes[i]);

  G_OBJECT_CLASS (dem_notes_export_dialog_parent_class)->dispose (object);
}

static void
dem_notes_export_dialog_class_init (DemNotesExportDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dem_notes_export_dialog_dispose;
}

static void
dem_notes_export_dialog_init (DemNotesExportDialog *self)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self);

  adw_message_dialog_set_heading (dialog, _ ("Export Notes"));
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "export", _ ("_Export…"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "export", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "export");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

static GtkWidget *
add_check (DemNotesExportDialog *self, GtkWidget *box, const char *words)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (words);

  g_signal_connect_object (check, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), check);
  return check;
}

static void
add_scopes (DemNotesExportDialog *self, GtkWidget *box)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < DEM_N_NOTES_SCOPES; i++)
    {
      guint n = self->notes[i] != NULL ? g_list_model_get_n_items (self->notes[i]) : 0;
      g_autofree char *words = NULL;

      if (self->notes[i] == NULL)
        continue;
      words = i == DEM_NOTES_SCOPE_ALL      ? g_strdup_printf (_ ("_All notes (%u)"), n)
              : i == DEM_NOTES_SCOPE_LISTED ? g_strdup_printf (_ ("Those _listed (%u)"), n)
                                            : g_strdup_printf (_ ("Those _selected (%u)"), n);
      self->scopes[i] = add_check (self, box, words);
      if (last != NULL)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (self->scopes[i]), GTK_CHECK_BUTTON (last));
      last = self->scopes[i];
    }
  gtk_check_button_set_active (GTK_CHECK_BUTTON (last), TRUE); /* the narrowest is what was meant */
  gtk_widget_set_visible (last, last != self->scopes[DEM_NOTES_SCOPE_ALL]);
}

static GtkWidget *
add_list (DemNotesExportDialog *self, GtkWidget *grid, int row, const char *const *words, GtkWidget **label)
{
  GtkWidget *list = gtk_drop_down_new_from_strings (words);

  gtk_label_set_xalign (GTK_LABEL (*label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (*label), list);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_RELATION_LABELLED_BY, *label, NULL, -1);
  gtk_widget_set_hexpand (list, TRUE);
  gtk_grid_attach (GTK_GRID (grid), *label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), list, 1, row, 1, 1);
  g_signal_connect_object (list, "notify::selected", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  return list;
}

static GtkWidget *
create_lists (DemNotesExportDialog *self)
{
  const char *const formats[] = { _ ("Web annotations (JSON)"), _ ("Report (Markdown)"), NULL };
  const char *const words[] = { _ ("Along the map"), _ ("By date"), _ ("Along the argument"), NULL };
  GtkWidget *grid = gtk_grid_new (), *format = gtk_label_new_with_mnemonic (_ ("_Format"));

  G_STATIC_ASSERT (G_N_ELEMENTS (words) == G_N_ELEMENTS (orders) + 1);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->format = add_list (self, grid, 0, formats, &format);
  self->order_label = gtk_label_new_with_mnemonic (_ ("_Order"));
  self->order = add_list (self, grid, 1, words, &self->order_label);
  return grid;
}

GtkWidget *
dem_notes_export_dialog_new (GtkWindow *parent, GListModel *notes[DEM_N_NOTES_SCOPES])
{
  DemNotesExportDialog *self = g_object_new (DEM_TYPE_NOTES_EXPORT_DIALOG, "transient-for", parent, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (guint i = 0; i < DEM_N_NOTES_SCOPES; i++)
    g_set_object (&self->notes[i], notes[i]);
  self->said = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->said, 0);
  gtk_label_set_wrap (self->said, TRUE);
  self->privates = gtk_check_button_new_with_mnemonic ("");
  self->authors = gtk_check_button_new_with_mnemonic (_ ("_Names of authors as well"));
  gtk_box_append (GTK_BOX (box), create_lists (self));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (self), box);
  add_scopes (self, box);
  gtk_box_append (GTK_BOX (box), self->privates);
  gtk_box_append (GTK_BOX (box), self->authors);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->said));
  g_signal_connect_object (self->privates, "notify::active", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
