/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/map/head.h"

/* The first letters of the first and the second word that begins with a capital: "Kim Jong-un" is KJ. */
static void
make_initials (char *initials, gsize size, const char *name)
{
  GString *letters = g_string_new (NULL);
  gboolean at_start = TRUE;

  for (const char *p = name; *p != '\0' && g_utf8_strlen (letters->str, -1) < 2; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean first = letters->len == 0;
      if (at_start && g_unichar_isalnum (c) && (first || !g_unichar_islower (c)))
        g_string_append_unichar (letters, g_unichar_toupper (c));
      at_start = g_unichar_isspace (c) || c == 0x2013 || c == '/';
    }
  g_strlcpy (initials, letters->str, size);
  g_string_free (letters, TRUE);
}

DemMapHead
dem_map_head_of (DemDossier *dossier, DemRelevance *relevance, DemDay moment, guint32 actor)
{
  const DemActor *item = dem_dossier_actor (dossier, actor);
  DemRef ref = DEM_REF (ACTOR, actor);
  g_autofree char *name = dem_dossier_dup_name (dossier, ref);
  DemMapHead head
      = { .actor = actor,
          .kind = item->kind,
          .selected = dem_relevance_is_selected (relevance, ref),
          .dimmed = dem_relevance_has_selection (relevance) && !dem_relevance_contains (relevance, ref),
          .hypothetical = item->item.n_scenarios > 0,
          .present = dem_edtf_alive_on (&item->when, moment) != DEM_ANSWER_NO };

  dem_dossier_backlinks (dossier, ref, &head.degree);
  make_initials (head.initials, sizeof head.initials, name);
  return head;
}
