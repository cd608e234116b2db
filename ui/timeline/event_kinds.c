/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/timeline/event_kinds.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *kind;
  const char *word;
} kinds[] = {
  { "agreement", NC_ ("kind of event", "Agreement") },
  { "aid", NC_ ("kind of event", "Aid") },
  { "alliance", NC_ ("kind of event", "Alliance") },
  { "attack", NC_ ("kind of event", "Attack") },
  { "collapse", NC_ ("kind of event", "Collapse") },
  { "coup", NC_ ("kind of event", "Coup") },
  { "crisis", NC_ ("kind of event", "Crisis") },
  { "death", NC_ ("kind of event", "Death") },
  { "diplomacy", NC_ ("kind of event", "Diplomacy") },
  { "disaster", NC_ ("kind of event", "Disaster") },
  { "economy", NC_ ("kind of event", "Economy") },
  { "election", NC_ ("kind of event", "Election") },
  { "forecast", NC_ ("kind of event", "Forecast") },
  { "interview", NC_ ("kind of event", "Interview") },
  { "meeting", NC_ ("kind of event", "Meeting") },
  { "opening", NC_ ("kind of event", "Opening") },
  { "politics", NC_ ("kind of event", "Politics") },
  { "protest", NC_ ("kind of event", "Protest") },
  { "publication", NC_ ("kind of event", "Publication") },
  { "purge", NC_ ("kind of event", "Purge") },
  { "quarrel", NC_ ("kind of event", "Quarrel") },
  { "sanctions", NC_ ("kind of event", "Sanctions") },
  { "secession", NC_ ("kind of event", "Secession") },
  { "speech", NC_ ("kind of event", "Speech") },
  { "statement", NC_ ("kind of event", "Statement") },
  { "succession", NC_ ("kind of event", "Succession") },
  { "summit", NC_ ("kind of event", "Summit") },
  { "test", NC_ ("kind of event", "Test") },
  { "trade", NC_ ("kind of event", "Trade") },
  { "treaty", NC_ ("kind of event", "Treaty") },
  { "unrest", NC_ ("kind of event", "Unrest") },
  { "visit", NC_ ("kind of event", "Visit") },
  { "vote", NC_ ("kind of event", "Vote") },
  { "war", NC_ ("kind of event", "War") },
};

/* "arms-control" becomes "Arms control". */
static char *
spell (const char *kind)
{
  g_autofree char *spaced = g_strdelimit (g_strstrip (g_strdup (kind)), "-_", ' ');
  gunichar first = g_utf8_get_char (spaced);
  char capital[6];
  int length;

  if (first == 0)
    return g_steal_pointer (&spaced);
  length = g_unichar_to_utf8 (g_unichar_totitle (first), capital);
  return g_strdup_printf ("%.*s%s", length, capital, g_utf8_next_char (spaced));
}

char *
dem_event_kind_dup_word (const char *kind)
{
  g_return_val_if_fail (kind != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_ascii_strcasecmp (kind, kinds[i].kind) == 0)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "kind of event", kinds[i].word));
  return spell (kind);
}
