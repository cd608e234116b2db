/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/briefing/talk_private.h"

#include <glib/gi18n-lib.h>

static char *
describe_stop (DemTalk *self)
{
  DemTalkStop *stop = dem_talk_get_stop (self);

  if (stop == NULL)
    return g_strdup (_ ("This briefing has no stops."));
  /* Translators: where a talk is: number, how many there are, what it is called. */
  return g_strdup_printf (_ ("Stop %u of %u, %s"), dem_talk_get_position (self) + 1, dem_briefing_count (self->briefing),
                          dem_talk_stop_get_name (stop));
}

static const char *
get_screen_words (DemTalk *self, gboolean revealed)
{
  static const char *const words[] = { N_ ("The audience sees this"), N_ ("The audience's screen is frozen"),
                                       N_ ("The audience's screen is black"), N_ ("The audience's screen is white") };

  return revealed && self->screen == DEM_SCREEN_LIVE ? _ ("The what-if is revealed") : _ (words[self->screen]);
}

static const char *
get_tool_words (DemTalkTool tool)
{
  static const char *const words[]
      = { N_ ("No tool"), N_ ("Laser pointer"), N_ ("Spotlight"), N_ ("Pen"), N_ ("Eraser") };

  return _ (words[tool]);
}

char *
dem_talk_dup_words (DemTalk *self, DemTalkChange changes)
{
  g_autoptr (GStrvBuilder) parts = NULL;
  g_auto (GStrv) texts = NULL;
  gboolean revealed;

  g_return_val_if_fail (DEM_IS_TALK (self), NULL);

  parts = g_strv_builder_new ();
  revealed = (changes & DEM_TALK_CHANGED_WHAT_IF) != 0 && (changes & DEM_TALK_CHANGED_SCREEN) != 0;
  if (changes & DEM_TALK_CHANGED_STOP)
    {
      g_autofree char *stop = describe_stop (self);

      g_strv_builder_add (parts, stop);
    }
  else if (changes & DEM_TALK_CHANGED_EXPLORE)
    g_strv_builder_add (parts, self->exploring ? _ ("Exploring") : _ ("Back at the stop"));
  if (changes & DEM_TALK_CHANGED_SCREEN)
    g_strv_builder_add (parts, get_screen_words (self, revealed));
  if (changes & DEM_TALK_CHANGED_WHAT_IF && !(revealed && self->screen == DEM_SCREEN_LIVE))
    g_strv_builder_add (parts, self->trying ? _ ("What you try now only you see") : _ ("The what-if is forgotten"));
  if (changes & DEM_TALK_CHANGED_TOOL)
    g_strv_builder_add (parts, get_tool_words (self->tool));
  if (changes & DEM_TALK_CHANGED_ESCAPE && self->escape_time != 0)
    g_strv_builder_add (parts, _ ("Press Escape again to end"));
  texts = g_strv_builder_end (parts);
  return texts[0] != NULL ? g_strjoinv (". ", texts) : NULL;
}

const char *
dem_talk_refusal_get_words (DemTalkRefusal refusal)
{
  static const char *const words[] = {
    [DEM_REFUSED_NO_SUCH_STOP] = N_ ("There is no stop with this number"),
    [DEM_REFUSED_NO_PRIVATE_SCREEN]
    = N_ ("The audience would see it: a private what-if needs a second screen that only you see"),
    [DEM_REFUSED_NOTHING_TO_REVEAL] = N_ ("There is nothing to reveal: nothing has been tried"),
  };

  g_return_val_if_fail (refusal < G_N_ELEMENTS (words), NULL);

  return _ (words[refusal]);
}
