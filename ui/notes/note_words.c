/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/notes/note_words.h"

#include <glib/gi18n-lib.h>

#include "ui/notes/markdown.h"

#define SPOKEN_MOST 400 /* bytes of text that are read out in a list */

const char *
dem_note_colour_get_class (DemNoteColour colour)
{
  static const char *const classes[]
      = { "note-amber", "note-orange", "note-purple", "note-green", "note-grey" };

  G_STATIC_ASSERT (G_N_ELEMENTS (classes) == DEM_N_NOTE_COLOURS);
  return classes[MIN (colour, DEM_N_NOTE_COLOURS - 1)];
}

/* How many midnights lie between. */
static int
count_days (GDateTime *from, GDateTime *to)
{
  GDate a, b;
  int year, month, day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_set_dmy (&a, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_set_dmy (&b, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_days_between (&a, &b);
}

char *
dem_note_dup_when (GDateTime *when, GDateTime *now)
{
  g_autoptr (GDateTime) there = NULL;
  GTimeSpan ago;
  int days;

  g_return_val_if_fail (when != NULL && now != NULL, NULL);

  there = g_date_time_to_timezone (when, g_date_time_get_timezone (now));
  ago = g_date_time_difference (now, there);
  days = count_days (there, now);
  if (ago >= 0 && ago < G_TIME_SPAN_MINUTE)
    return g_strdup (_ ("just now"));
  if (days == 0)
    /* Translators: a time of today, as g_date_time_format() has it. */
    return g_date_time_format (there, _ ("today %H:%M"));
  if (days == 1)
    return g_strdup (_ ("yesterday"));
  if (g_date_time_get_year (there) == g_date_time_get_year (now))
    /* Translators: a day of this year, as g_date_time_format() has it. */
    return g_date_time_format (there, _ ("%-d %b"));
  /* Translators: a day of another year. */
  return g_date_time_format (there, _ ("%-d %b %Y"));
}

/* The short name of what has one. */
static char *
dup_label (const DemNoteTarget *target, DemDossier *dossier)
{
  DemRef ref = dem_note_target_resolve (target, dossier);

  switch (dem_note_target_get_kind (target))
    {
    case DEM_TARGET_ACTOR:
    case DEM_TARGET_PAIR:
    case DEM_TARGET_EVENT:
    case DEM_TARGET_CLAIM:
      if (!dem_ref_is_none (ref))
        return dem_dossier_dup_label (dossier, ref);
      break;
    default:
      break;
    }
  return dem_note_target_dup_name (target, dossier);
}

char *
dem_note_dup_targets (DemNote *note, DemDossier *dossier)
{
  GPtrArray *targets;
  g_autofree char *first = NULL, *second = NULL;

  g_return_val_if_fail (DEM_IS_NOTE (note), NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  targets = dem_note_get_targets (note);
  first = dup_label (targets->pdata[0], dossier);
  if (targets->len == 1)
    return g_steal_pointer (&first);
  if (targets->len > 2)
    /* Translators: %s is a name: "China and 2 more" */
    return g_strdup_printf (ngettext ("%s and %u more", "%s and %u more", targets->len - 1), first, targets->len - 1);
  second = dup_label (targets->pdata[1], dossier);
  /* Translators: two names */
  return g_strdup_printf (_ ("%s and %s"), first, second);
}

char *
dem_note_dup_spoken (DemNote *note, DemDossier *dossier, GDateTime *now)
{
  g_autofree char *text = NULL, *targets = NULL, *tags = NULL, *when = NULL;
  const char *kind, *creator;
  GString *spoken;

  g_return_val_if_fail (DEM_IS_NOTE (note), NULL);
  g_return_val_if_fail (DEM_IS_DOSSIER (dossier), NULL);

  text = dem_markdown_render (dem_note_get_text (note), SPOKEN_MOST, NULL);
  targets = dem_note_dup_targets (note, dossier);
  tags = g_strjoinv (", ", (char **) dem_note_get_tags (note));
  when = dem_note_dup_when (dem_note_get_created (note), now);
  kind = dem_target_kind_get_word (dem_note_target_get_kind (dem_note_get_targets (note)->pdata[0]));
  creator = dem_note_get_creator (note);

  spoken = g_string_new (NULL);
  /* Translators: a note as it is read out: the kind of what it is about, its name, the text. */
  g_string_append_printf (spoken, _ ("%s %s: %s"), kind, targets, text);
  if (tags[0] != '\0')
    /* Translators: after the text of a note: its tags. */
    g_string_append_printf (spoken, _ (". Tags: %s"), tags);
  if (dem_note_is_private (note))
    g_string_append (spoken, _ (". Private"));
  if (creator != NULL)
    /* Translators: after the text of a note: who wrote it. */
    g_string_append_printf (spoken, _ (". By %s"), creator);
  g_string_append_printf (spoken, ". %s", when);
  return g_string_free (spoken, FALSE);
}
