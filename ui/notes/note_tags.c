/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_tags.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "app/base/fold.h"
#include "ui/common/wrap_layout.h"

struct _DemNoteTags
{
  GtkWidget parent_instance;

  GtkWidget *entry;
  GtkListStore *known;
  char **tags;
};

G_DEFINE_FINAL_TYPE (DemNoteTags, dem_note_tags, GTK_TYPE_WIDGET)

static guint edited_signal;

static void show_tags (DemNoteTags *self);

static void
take (DemNoteTags *self, char **tags)
{
  g_strfreev (self->tags);
  self->tags = tags;
  show_tags (self);
  g_signal_emit (self, edited_signal, 0);
}

/* ---- Less ---- */

static void
on_remove (GtkButton *button, DemNoteTags *self)
{
  const char *tag = g_object_get_data (G_OBJECT (button), "tag");
  GStrvBuilder *left;
  char **tags;

  g_assert (DEM_IS_NOTE_TAGS (self));

  left = g_strv_builder_new ();
  for (guint i = 0; self->tags[i] != NULL; i++)
    if (!g_str_equal (self->tags[i], tag))
      g_strv_builder_add (left, self->tags[i]);
  tags = g_strv_builder_end (left);
  g_strv_builder_unref (left);
  gtk_widget_grab_focus (self->entry);
  take (self, tags);
}

static GtkWidget *
create_pill (DemNoteTags *self, const char *tag)
{
  GtkWidget *pill = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 2);
  GtkWidget *label = gtk_label_new (tag);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  /* Translators: %s is a tag. */
  g_autofree char *words = g_strdup_printf (_ ("Remove the tag %s"), tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (pill, "note-tag");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_object_set_data_full (G_OBJECT (button), "tag", g_strdup (tag), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_remove), self, 0);
  gtk_box_append (GTK_BOX (pill), label);
  gtk_box_append (GTK_BOX (pill), button);
  return pill;
}

static void
show_tags (DemNoteTags *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->entry)
    gtk_widget_unparent (child);
  for (guint i = 0; self->tags[i] != NULL; i++)
    gtk_widget_insert_before (create_pill (self, self->tags[i]), GTK_WIDGET (self), self->entry);
}

/* ---- More ---- */

void
dem_note_tags_commit (DemNoteTags *self)
{
  g_autofree char *text = NULL;
  GStrvBuilder *more;
  char **tags;

  g_return_if_fail (DEM_IS_NOTE_TAGS (self));

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  if (text[0] == '\0' || g_strv_contains ((const char *const *) self->tags, text))
    return;
  more = g_strv_builder_new ();
  g_strv_builder_addv (more, (const char **) (gpointer) self->tags);
  g_strv_builder_add (more, text);
  tags = g_strv_builder_end (more);
  g_strv_builder_unref (more);
  take (self, tags);
}

static void
on_entry_changed (DemNoteTags *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  const char *comma = strchr (text, ',');

  if (comma == NULL)
    return;
  {
    g_autofree char *before = g_strndup (text, (gsize) (comma - text));

    gtk_editable_set_text (GTK_EDITABLE (self->entry), before);
  }
  dem_note_tags_commit (self);
}

/* A tag is offered when a word in it begins so. */
static gboolean
matches (GtkEntryCompletion *completion, const char *key, GtkTreeIter *iter, gpointer data)
{
  g_autofree char *tag = NULL, *folded = NULL, *typed = dem_fold_text (key);
  const char *at;

  gtk_tree_model_get (gtk_entry_completion_get_model (completion), iter, 0, &tag, -1);
  if (tag == NULL)
    return FALSE;
  folded = dem_fold_text (tag);
  at = strstr (folded, typed);
  while (at != NULL && at != folded && g_ascii_isalnum (at[-1]))
    at = strstr (at + 1, typed);
  return at != NULL;
}

static gboolean
on_match_selected (GtkEntryCompletion *completion, GtkTreeModel *model, GtkTreeIter *iter, DemNoteTags *self)
{
  g_autofree char *tag = NULL;

  g_assert (DEM_IS_NOTE_TAGS (self));

  gtk_tree_model_get (model, iter, 0, &tag, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), tag);
  dem_note_tags_commit (self);
  return GDK_EVENT_STOP;
}

static void
add_completion (DemNoteTags *self)
{
  g_autoptr (GtkEntryCompletion) completion = gtk_entry_completion_new ();

  self->known = gtk_list_store_new (1, G_TYPE_STRING);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (self->known));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_match_func (completion, matches, NULL, NULL);
  gtk_entry_completion_set_popup_set_width (completion, FALSE);
  g_signal_connect_object (completion, "match-selected", G_CALLBACK (on_match_selected), self, 0);
  gtk_entry_set_completion (GTK_ENTRY (self->entry), completion);
}

void
dem_note_tags_set_known (DemNoteTags *self, const char *const *known)
{
  g_return_if_fail (DEM_IS_NOTE_TAGS (self));

  gtk_list_store_clear (self->known);
  for (guint i = 0; known != NULL && known[i] != NULL; i++)
    gtk_list_store_insert_with_values (self->known, NULL, -1, 0, known[i], -1);
}

void
dem_note_tags_set (DemNoteTags *self, const char *const *tags)
{
  g_return_if_fail (DEM_IS_NOTE_TAGS (self));
  g_return_if_fail (tags != NULL);

  if (g_strv_equal ((const char *const *) self->tags, tags))
    return;
  g_strfreev (self->tags);
  self->tags = g_strdupv ((char **) tags);
  show_tags (self);
}

const char *const *
dem_note_tags_get (DemNoteTags *self)
{
  g_return_val_if_fail (DEM_IS_NOTE_TAGS (self), NULL);

  return (const char *const *) self->tags;
}

/* ---- The widget ---- */

static void
dem_note_tags_dispose (GObject *object)
{
  DemNoteTags *self = DEM_NOTE_TAGS (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->known);

  G_OBJECT_CLASS (dem_note_tags_parent_class)->dispose (object);
}

static void
dem_note_tags_finalize (GObject *object)
{
  g_strfreev (DEM_NOTE_TAGS (object)->tags);

  G_OBJECT_CLASS (dem_note_tags_parent_class)->finalize (object);
}

static void
dem_note_tags_class_init (DemNoteTagsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dem_note_tags_dispose;
  G_OBJECT_CLASS (klass)->finalize = dem_note_tags_finalize;

  edited_signal
      = g_signal_new ("edited", DEM_TYPE_NOTE_TAGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "notetags");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
dem_note_tags_init (DemNoteTags *self)
{
  self->tags = g_new0 (char *, 1);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), dem_wrap_layout_new (6, 4));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add tag"));
  gtk_entry_set_has_frame (GTK_ENTRY (self->entry), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Add tag"), -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  add_completion (self);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (dem_note_tags_commit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_entry_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
dem_note_tags_new (void)
{
  return g_object_new (DEM_TYPE_NOTE_TAGS, NULL);
}
