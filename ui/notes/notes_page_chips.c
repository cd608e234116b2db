/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_page_private.h"

#include <glib/gi18n-lib.h>

#include "app/base/fold.h"

#define TAGS_MOST 8 /* of which there are most; the filter has all */

typedef struct
{
  const char *tag;
  guint n;
} TagCount;

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const TagCount *first = a, *second = b;

  return first->n != second->n ? (first->n > second->n ? -1 : 1) : g_utf8_collate (first->tag, second->tag);
}

/* Which chip is pressed is what the filter says. */
static void
on_chip_toggled (GtkToggleButton *chip, DemNotesPage *self)
{
  DemNotebookFilter filter = dem_notes_page_get_filter (self);

  g_assert (DEM_IS_NOTES_PAGE (self));

  if (!gtk_toggle_button_get_active (chip))
    return;
  filter.state = g_object_get_data (G_OBJECT (chip), "orphans") != NULL ? DEM_NOTEBOOK_STATE_ORPHAN : DEM_NOTEBOOK_STATE_ALL;
  filter.tag = g_object_get_data (G_OBJECT (chip), "tag");
  dem_notes_page_set_filter (self, &filter);
}

static GtkWidget *
add_chip (DemNotesPage *self, const char *words, guint n)
{
  GtkWidget *chip = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *label = gtk_label_new (words);
  g_autofree char *count = g_strdup_printf ("%u", n);
  GtkWidget *number = gtk_label_new (count);
  /* Translators: a tag and how many notes have it. */
  g_autofree char *spoken = g_strdup_printf (ngettext ("%s, %u note", "%s, %u notes", n), words, n);
  GtkWidget *first = gtk_widget_get_first_child (self->chips);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_widget_add_css_class (number, "note-kind");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (chip), GTK_TOGGLE_BUTTON (first));
  gtk_box_append (GTK_BOX (self->chips), chip);
  return chip;
}

static void
press (DemNotesPage *self, GtkWidget *chip, gboolean pressed)
{
  if (pressed)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
  g_signal_connect_object (chip, "toggled", G_CALLBACK (on_chip_toggled), self, 0);
}

static void
add_tag_chips (DemNotesPage *self, DemNoteIndex *index, const DemNotebookFilter *filter)
{
  g_autofree const char **tags = dem_note_index_list_tags (index);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (TagCount));

  for (guint i = 0; tags[i] != NULL; i++)
    {
      TagCount count = { tags[i], dem_note_index_count_tag (index, tags[i]) };

      g_array_append_val (counts, count);
    }
  g_array_sort (counts, compare_counts);
  for (guint i = 0, shown = 0; i < counts->len; i++)
    {
      const TagCount *count = &g_array_index (counts, TagCount, i);
      gboolean pressed = g_strcmp0 (filter->tag, count->tag) == 0;
      GtkWidget *chip;

      if (shown >= TAGS_MOST && !pressed)
        continue;
      chip = add_chip (self, count->tag, count->n);
      g_object_set_data_full (G_OBJECT (chip), "tag", g_strdup (count->tag), g_free);
      press (self, chip, pressed);
      shown++;
    }
}

void
dem_notes_page_update_chips (DemNotesPage *self)
{
  DemNotebookFilter filter = dem_notes_page_get_filter (self);
  guint n_orphans = dem_notebook_list_get_counts (dem_note_list_get_base (self->context.list)).n_orphans;
  gboolean orphans = filter.state == DEM_NOTEBOOK_STATE_ORPHAN;
  GListModel *notes;
  GtkWidget *child, *chip;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_box_remove (GTK_BOX (self->chips), child);
  if (self->context.notebook == NULL)
    return;
  notes = dem_notebook_get_notes (self->context.notebook);
  chip = add_chip (self, _ ("All"), g_list_model_get_n_items (notes));
  press (self, chip, filter.tag == NULL && !orphans);
  if (n_orphans > 0)
    {
      /* Translators: notes whose subject the dossier has lost. */
      chip = add_chip (self, _ ("Lost their place"), n_orphans);
      gtk_widget_set_tooltip_text (chip, _ ("What these were about is no longer in the dossier"));
      g_object_set_data (G_OBJECT (chip), "orphans", chip);
      press (self, chip, orphans);
    }
  add_tag_chips (self, dem_notebook_get_note_index (self->context.notebook), &filter);
}
