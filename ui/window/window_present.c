/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/window_private.h"

#include <glib/gi18n-lib.h>

#include "ui/map/map_view.h"

/* The talk, and the stop that is made of what is on screen. */

static void
on_ended (DemPresentation *presentation, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  self->last_stop = dem_talk_get_position (dem_presentation_get_talk (presentation));
  g_clear_object (&self->presentation);
  gtk_window_present (GTK_WINDOW (self));
}

static void
on_no_stops_response (AdwMessageDialog *dialog, const char *response, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  if (g_str_equal (response, "add"))
    dem_window_add_stop (self);
}

/* A talk about nothing would be an empty screen before an audience. */
static void
offer_stop (DemWindow *self)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("No stops yet"),
                                              _ ("A briefing goes from stop to stop, each with something to say and "
                                                 "something to see."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "add",
                                    _ ("_Add What Is on Screen"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "add", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "add");
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_no_stops_response), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
dem_window_present_from (DemWindow *self, guint position)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  g_autoptr (DemBriefing) briefing = NULL;

  if (dossier == NULL || self->notebook == NULL)
    return;
  if (self->presentation != NULL)
    {
      dem_presentation_present (self->presentation);
      return;
    }
  briefing = dem_briefing_new (dossier, self->notebook, FALSE);
  if (dem_briefing_count (briefing) == 0)
    {
      offer_stop (self);
      return;
    }
  dem_workspace_keep_notes (self->workspace);
  self->presentation = dem_presentation_new (GTK_WINDOW (self), dossier, self->notebook,
                                             MIN (position, dem_briefing_count (briefing) - 1));
  g_signal_connect_object (self->presentation, "ended", G_CALLBACK (on_ended), self, 0);
}

void
dem_window_end_presentation (DemWindow *self)
{
  g_autoptr (DemPresentation) presentation = g_steal_pointer (&self->presentation);

  if (presentation != NULL)
    {
      g_signal_handlers_disconnect_by_data (presentation, self);
      dem_presentation_end (presentation);
    }
}

/* ---- Making stops ---- */

static DemStageKind
get_stage (DemWindow *self)
{
  const char *stage = dem_workspace_get_stage (self->workspace);

  if (g_str_equal (stage, "network"))
    return DEM_STAGE_NETWORK;
  return (g_str_equal (stage, "argument") || g_str_equal (stage, "table")) ? DEM_STAGE_ARGUMENT : DEM_STAGE_MAP;
}

/* What is chosen says best what a stop is about. (transfer full) */
static char *
make_headline (DemWindow *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  guint n;
  const DemRef *selection = dem_focus_get_selection (self->focus, &n);

  return n > 0 ? dem_dossier_dup_name (dossier, selection[0]) : g_strdup (dem_dossier_get_title (dossier));
}

void
dem_window_add_stop (DemWindow *self)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  g_autoptr (DemBriefing) briefing = NULL;
  g_autoptr (DemShot) shot = NULL;
  g_autofree char *headline = NULL, *id = NULL;
  GtkWidget *map;

  if (dossier == NULL || self->notebook == NULL)
    return;
  briefing = dem_briefing_new (dossier, self->notebook, TRUE);
  shot = dem_shot_new_from_focus (self->focus, get_stage (self));
  map = dem_workspace_get_map (self->workspace);
  if (shot->stage == DEM_STAGE_MAP && map != NULL)
    {
      DemMapCamera camera = dem_map_view_get_camera (DEM_MAP_VIEW (map));

      shot->longitude = camera.centre.longitude;
      shot->latitude = camera.centre.latitude;
      shot->zoom = camera.zoom;
    }
  headline = make_headline (self);
  id = dem_briefing_add (briefing, dem_briefing_count (briefing), shot, headline);
  dem_window_show_stops (self, id);
}

static void
on_present_here (DemStopsWindow *stops, guint position, DemWindow *self)
{
  g_assert (DEM_IS_WINDOW (self));

  gtk_window_close (GTK_WINDOW (stops));
  dem_window_present_from (self, position);
}

void
dem_window_show_stops (DemWindow *self, const char *id)
{
  DemDossier *dossier = dem_focus_get_dossier (self->focus);
  GtkWidget *stops;

  if (dossier == NULL || self->notebook == NULL)
    return;
  stops = dem_stops_window_new (dossier, self->notebook, id);
  g_signal_connect_object (stops, "present-here", G_CALLBACK (on_present_here), self, 0);
  gtk_window_set_transient_for (GTK_WINDOW (stops), GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (stops));
}
