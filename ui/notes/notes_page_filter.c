/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/notes_page_private.h"

#include <glib/gi18n-lib.h>

/* What the list is narrowed to, in words, and the way back. */

static void
add_words (GPtrArray *words, char *word)
{
  g_ptr_array_add (words, word);
}

static void
add_state (GPtrArray *words, DemNotebookState state)
{
  if (state == DEM_NOTEBOOK_STATE_ORPHAN)
    add_words (words, g_strdup (_ ("lost their place")));
  else if (state == DEM_NOTEBOOK_STATE_DOUBTFUL)
    add_words (words, g_strdup (_ ("to be confirmed")));
  else if (state == DEM_NOTEBOOK_STATE_ATTACHED)
    add_words (words, g_strdup (_ ("in their place")));
}

static void
add_target (GPtrArray *words, const char *key, DemDossier *dossier)
{
  g_autoptr (DemNoteTarget) target = dem_note_target_new_for_key (key);
  g_autofree char *name = target != NULL ? dem_note_target_dup_name (target, dossier) : NULL;

  if (name != NULL)
    /* Translators: the one thing that all notes listed are about: "on China – North Korea" */
    add_words (words, g_strdup_printf (_ ("on %s"), name));
}

/* Each thing that is asked for. (transfer full) */
static char *
dup_filter_words (const DemNotebookFilter *filter, DemDossier *dossier)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  if (filter->text != NULL && filter->text[0] != '\0')
    add_words (words, g_strdup_printf (_ ("“%s”"), filter->text));
  if (filter->kind != DEM_NOTEBOOK_ANY)
    /* Translators: notes about one kind of thing: "about: Event" */
    add_words (words, g_strdup_printf (_ ("about: %s"), dem_target_kind_get_word (filter->kind)));
  if (filter->target != NULL && dossier != NULL)
    add_target (words, filter->target, dossier);
  if (filter->tag != NULL)
    add_words (words, g_strdup_printf (_ ("tag: %s"), filter->tag));
  if (filter->colour != DEM_NOTEBOOK_ANY)
    add_words (words, g_strdup_printf (_ ("colour: %s"), dem_note_colour_get_word (filter->colour)));
  if (filter->creator != NULL && filter->creator[0] != '\0')
    add_words (words, g_strdup_printf (_ ("by %s"), filter->creator));
  else if (filter->creator != NULL)
    add_words (words, g_strdup (_ ("by nobody named")));
  if (filter->is_private)
    add_words (words, g_strdup (_ ("private")));
  if (filter->in_period)
    {
      g_autofree char *period = dem_period_format (filter->period);

      add_words (words, g_strdup_printf (_ ("in the period %s"), period));
    }
  add_state (words, filter->state);
  g_ptr_array_add (words, NULL);
  /* Translators: stands between what a list is narrowed to. */
  return g_strjoinv (_ (" · "), (char **) words->pdata);
}

/* What of it is not sure, and what it leaves out for having no date at all. (transfer full) (nullable) */
static char *
dup_period_words (DemNotebookCounts counts)
{
  g_autofree char *maybe = g_strdup_printf (ngettext ("%u possibly", "%u possibly", counts.n_maybe), counts.n_maybe);
  g_autofree char *undated = g_strdup_printf (ngettext ("%u undated", "%u undated", counts.n_undated), counts.n_undated);
  g_autofree char *without
      = g_strdup_printf (ngettext ("%u left out that is about nothing with a date",
                                   "%u left out that are about nothing with a date", counts.n_without),
                         counts.n_without);
  const char *said[4] = { NULL };
  guint n = 0;

  if (counts.n_maybe > 0)
    said[n++] = maybe;
  if (counts.n_undated > 0)
    said[n++] = undated;
  if (counts.n_without > 0)
    said[n++] = without;
  return n > 0 ? g_strjoinv (_ (" · "), (char **) (gpointer) said) : NULL;
}

void
dem_notes_page_update_filter (DemNotesPage *self)
{
  DemNotebookList *base = dem_note_list_get_base (self->context.list);
  const DemNotebookFilter *filter = dem_notebook_list_get_filter (base);
  DemNotebookCounts counts = dem_notebook_list_get_counts (base);
  guint n = dem_notebook_filter_count (filter);
  DemDossier *dossier = self->context.focus != NULL ? dem_focus_get_dossier (self->context.focus) : NULL;
  g_autofree char *words = dup_filter_words (filter, dossier);
  g_autofree char *period = filter->in_period ? dup_period_words (counts) : NULL;
  g_autofree char *shown = NULL;

  /* Translators: how many notes are listed of how many there are, and what the list is narrowed to. */
  shown = g_strdup_printf (_ ("%u of %u: %s"), counts.n_shown, counts.n_all, words);
  if (period != NULL)
    {
      g_autofree char *counted = g_steal_pointer (&shown);

      /* Translators: what is listed, and what of it is uncertain. */
      shown = g_strdup_printf (_ ("%s (%s)"), counted, period);
    }
  gtk_label_set_text (self->filter_words, shown);
  gtk_widget_set_visible (self->filter_bar, n > 0 && counts.n_all > 0);
  if (n > 0)
    gtk_widget_add_css_class (self->filter_button, "filtering");
  else
    gtk_widget_remove_css_class (self->filter_button, "filtering");
  adw_status_page_set_description (self->nothing, words);
}

void
dem_notes_page_set_filter (DemNotesPage *self, const DemNotebookFilter *filter)
{
  dem_notebook_list_set_filter (dem_note_list_get_base (self->context.list), filter);
}

DemNotebookFilter
dem_notes_page_get_filter (DemNotesPage *self)
{
  return *dem_notebook_list_get_filter (dem_note_list_get_base (self->context.list));
}

void
dem_notes_page_show_all (DemNotesPage *self)
{
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;

  g_return_if_fail (DEM_IS_NOTES_PAGE (self));

  filter.period = dem_notes_page_get_filter (self).period;
  dem_notes_page_set_filter (self, &filter);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

void
dem_notes_page_show_on (DemNotesPage *self, const DemNoteTarget *target)
{
  DemNotebookFilter filter = DEM_NOTEBOOK_FILTER_ALL;

  g_return_if_fail (DEM_IS_NOTES_PAGE (self));

  dem_notes_page_show_all (self);
  filter.period = dem_notes_page_get_filter (self).period;
  filter.target = target != NULL ? dem_note_target_get_key (target) : NULL;
  dem_notes_page_set_filter (self, &filter);
}
