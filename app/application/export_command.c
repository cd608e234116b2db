/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/export_command.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

#include "app/application/command_input.h"
#include "app/application/document_command.h"
#include "app/application/paper_command.h"
#include "ui/export/export.h"

void
dem_export_command_clear (DemExportCommand *command)
{
  g_clear_pointer (&command->out, g_free);
  g_clear_pointer (&command->view, g_free);
  g_clear_pointer (&command->period, g_free);
  g_clear_pointer (&command->select, g_free);
  g_clear_pointer (&command->scenario, g_free);
  g_clear_pointer (&command->perspective, g_free);
  g_clear_pointer (&command->size, g_free);
  g_clear_pointer (&command->group, g_free);
}

gboolean
dem_export_command_has_details (const DemExportCommand *command)
{
  return command->view != NULL || command->period != NULL || command->select != NULL
         || command->perspective != NULL || command->size != NULL || command->group != NULL || command->dark || command->notes;
}

static gboolean
refuse (GError **error, const char *format, const char *what)
{
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, what);
#pragma GCC diagnostic pop
  return FALSE;
}

static gboolean
read_kind (const DemExportCommand *command, DemExport *export, GError **error)
{
  if (!dem_export_format_from_file (command->out, &export->format))
    return refuse (error, _ ("“%s” ends in none of .pdf, .png, .svg, .md and .csv."), command->out);
  if (command->view != NULL && !dem_export_view_from_name (command->view, &export->view))
    return refuse (error, _ ("There is no view “%s”: it is map, network, timeline, argument or outline."), command->view);
  if (command->view == NULL && !dem_export_view_from_file (command->out, &export->view))
    return refuse (error, _ ("“%s” does not say what to draw: call it map, network, timeline, argument or outline, or give --view."),
                   command->out);
  return TRUE;
}

/* "1200x750". Nothing may follow, and neither may be out of range. */
static gboolean
read_size (const char *text, DemExport *export, GError **error)
{
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "x", 2) : NULL;
  gint64 sizes[2];

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < 2; i++)
    if (parts[0] == NULL || parts[i] == NULL
        || !g_ascii_string_to_signed (parts[i], 10, DEM_EXPORT_MINIMUM, DEM_EXPORT_MAXIMUM, &sizes[i], NULL))
      {
        g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                     _ ("“%s” is not a size: it is width x height, each from %d to %d, such as 1200x750."), text,
                     DEM_EXPORT_MINIMUM, DEM_EXPORT_MAXIMUM);
        return FALSE;
      }
  export->width = (int) sizes[0];
  export->height = (int) sizes[1];
  return TRUE;
}

static gboolean
read_grouping (const char *text, DemExport *export, GError **error)
{
  if (text != NULL && !dem_event_grouping_from_name (text, &export->grouping))
    return refuse (error, _ ("Events cannot be grouped by “%s”: it is none, actor or kind."), text);
  return TRUE;
}

static gboolean
apply_period (const char *text, DemFocus *focus, GError **error)
{
  g_autoptr (GError) fault = NULL;
  DemEdtf edtf;
  DemPeriod period, span;

  if (text == NULL)
    return TRUE;
  if (!dem_edtf_parse (text, &edtf, &fault))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” is not a period: %s"), text,
                   fault->message);
      return FALSE;
    }
  dem_edtf_extent (&edtf, &period);

  /* An open end reaches as far as the dossier tells. */
  span = dem_dossier_get_span (dem_focus_get_dossier (focus));
  if (!dem_day_is_finite (period.first))
    period.first = MIN (span.first, period.last);
  if (!dem_day_is_finite (period.last))
    period.last = MAX (span.last, period.first);
  dem_focus_set_view (focus, period);
  return TRUE;
}

static gboolean
apply_selection (const char *text, DemFocus *focus, GError **error)
{
  g_auto (GStrv) ids = text != NULL ? g_strsplit (text, ",", -1) : NULL;
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (DemRef));

  if (text == NULL)
    return TRUE;
  for (char **id = ids; *id != NULL; id++)
    {
      DemRef ref = dem_dossier_find (dem_focus_get_dossier (focus), g_strstrip (*id));

      if (dem_ref_is_none (ref))
        return refuse (error, _ ("The dossier has nothing with the id “%s”."), *id);
      g_array_append_val (refs, ref);
    }
  dem_focus_select_all (focus, (const DemRef *) (gpointer) refs->data, refs->len);
  return TRUE;
}

static gboolean
apply_scenario (const char *id, DemFocus *focus, GError **error)
{
  guint32 scenario;

  if (!dem_command_find_scenario (dem_focus_get_dossier (focus), id, &scenario, error))
    return FALSE;
  dem_focus_set_scenario (focus, scenario);
  return TRUE;
}

static gboolean
apply_perspective (const char *id, DemFocus *focus, GError **error)
{
  DemRef actor;

  if (id == NULL)
    return TRUE;
  actor = dem_dossier_find (dem_focus_get_dossier (focus), id);
  if (actor.kind != DEM_KIND_ACTOR)
    return refuse (error, _ ("The dossier has no actor with the id “%s”."), id);
  dem_focus_set_perspective (focus, actor.index);
  return TRUE;
}

/* A document is the dossier's, whatever is looked at. */
static gboolean
run_document (const DemExportCommand *command, DemDocument document, const char *file, GError **error)
{
  g_autoptr (DemDossier) dossier = dem_command_load (file, error);
  g_autoptr (GBytes) bytes = NULL;
  guint32 scenario;

  if (dossier == NULL || !dem_command_find_scenario (dossier, command->scenario, &scenario, error))
    return FALSE;
  bytes = dem_document_command_render (document, dossier, scenario);
  return dem_export_save (bytes, command->out, error);
}

gboolean
dem_export_command_run (const DemExportCommand *command, const char *file, GError **error)
{
  DemExport export = { .dark = command->dark };
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemFocus) focus = NULL;
  g_autoptr (GBytes) bytes = NULL;
  DemDocument document;
  DemPaperKind paper;
  gboolean is_document;

  g_return_val_if_fail (command->out != NULL && file != NULL, FALSE);

  if (dem_paper_command_find (command, &paper))
    return dem_paper_command_run (command, paper, file, error);
  if (command->notes)
    return refuse (error, _ ("--notes says nothing of “%s”: only a handout has the speaker’s notes."), command->out);
  if (!dem_document_command_find (command, &document, &is_document, error))
    return FALSE;
  if (is_document)
    return run_document (command, document, file, error);
  if (!read_kind (command, &export, error) || !read_size (command->size, &export, error)
      || !read_grouping (command->group, &export, error))
    return FALSE;
  dossier = dem_command_load (file, error);
  if (dossier == NULL)
    return FALSE;
  focus = dem_focus_new ();
  dem_focus_open (focus, dossier);
  if (!apply_period (command->period, focus, error) || !apply_selection (command->select, focus, error)
      || !apply_scenario (command->scenario, focus, error)
      || !apply_perspective (command->perspective, focus, error))
    return FALSE;

  /* Where there is no display this fails, but it makes GTK's drawing known all the same. */
  gtk_init_check ();
  bytes = dem_export_render (focus, &export, error);
  return bytes != NULL && dem_export_save (bytes, command->out, error);
}
