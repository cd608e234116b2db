/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/application/paper_command.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>
#include <string.h>

#include "app/application/command_input.h"
#include "app/argument/thesis.h"
#include "app/exchange/paper.h"
#include "ui/export/briefing_pdf.h"
#include "ui/export/export.h"
#include "ui/export/paper_pdf.h"

static const char *const names[DEM_N_PAPERS] = { "brief", "report", "slides", "handout" };
static const char *const endings[] = { ".pdf", ".md", ".html" };

/* "north-korea-brief.pdf" is a brief, as pictures are called: by the last word. */
static gboolean
is_called (const char *path, const char *name)
{
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  const char *word = base;

  if (dot != NULL)
    *dot = '\0';
  for (const char *c = base; *c != '\0'; c++)
    if (*c == '-' || *c == '_')
      word = c + 1;
  return g_str_equal (word, name);
}

gboolean
dem_paper_command_find (const DemExportCommand *command, DemPaperKind *kind)
{
  g_return_val_if_fail (command != NULL && command->out != NULL, FALSE);

  for (guint i = 0; i < DEM_N_PAPERS; i++)
    if (command->view != NULL ? g_str_equal (command->view, names[i]) : is_called (command->out, names[i]))
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
is_briefing (DemPaperKind kind)
{
  return kind == DEM_PAPER_SLIDES || kind == DEM_PAPER_HANDOUT;
}

static gboolean
check_details (const DemExportCommand *command, DemPaperKind kind, GError **error)
{
  if (command->period == NULL && command->select == NULL && command->perspective == NULL && command->size == NULL
      && command->group == NULL && (!command->dark || kind == DEM_PAPER_SLIDES)
      && (!command->notes || kind == DEM_PAPER_HANDOUT) && (command->scenario == NULL || !is_briefing (kind)))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _ ("Of the options only --view says something of all papers, --scenario of brief and report, --dark of slides and "
                  "--notes of a handout: none else of “%s”."),
               names[kind]);
  return FALSE;
}

static gboolean
check (const DemExportCommand *command, DemPaperKind kind, GError **error)
{
  g_autofree char *lower = g_ascii_strdown (command->out, -1);

  if (!check_details (command, kind, error))
    return FALSE;
  for (guint i = 0; i < (is_briefing (kind) ? 1 : G_N_ELEMENTS (endings)); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  if (is_briefing (kind))
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” ends in .pdf."), names[kind]);
  else
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _ ("“%s” ends in .pdf, .md or .html."), names[kind]);
  return FALSE;
}

static DemEvaluation *
evaluate (DemDossier *dossier, guint32 scenario)
{
  DemWhatIf what_if = DEM_WHAT_IF_NOTHING;

  what_if.scenario = scenario;
  return dem_evaluation_new (dossier, &what_if);
}

static DemPaper *
make_paper (DemPaperKind kind, DemDossier *dossier, guint32 scenario)
{
  g_autoptr (DemEvaluation) evaluation = evaluate (dossier, scenario);
  g_autoptr (DemCruxes) cruxes = NULL;
  guint32 thesis = dem_thesis_find (dossier, scenario);

  if (kind == DEM_PAPER_REPORT)
    return dem_paper_new_report (evaluation, NULL, FALSE);
  if (thesis == DEM_NO_INDEX)
    thesis = dem_thesis_find_candidate (dossier, scenario);
  if (thesis != DEM_NO_INDEX)
    cruxes = dem_cruxes_new (evaluation, thesis, NULL, NULL);
  return dem_paper_new_brief (evaluation, cruxes);
}

static GBytes *
make_picture (DemBlockKind kind, gpointer data)
{
  DemExport export = { .view = kind == DEM_BLOCK_MAP ? DEM_EXPORT_MAP : DEM_EXPORT_TIMELINE, .format = DEM_EXPORT_SVG };

  return dem_export_render (data, &export, NULL);
}

/* The dossier's own briefing: what a reader made of it stays with the reader. */
static GBytes *
render_briefing (const DemExportCommand *command, DemPaperKind kind, DemDossier *dossier, GError **error)
{
  DemBriefingPdf how = { .handout = kind == DEM_PAPER_HANDOUT, .with_notes = command->notes, .dark = command->dark };
  const char *id = dem_dossier_get_id (dossier);
  g_autoptr (DemNotebook) notebook = dem_notebook_open (id != NULL ? id : "");
  g_autoptr (DemBriefing) briefing = dem_briefing_new (dossier, notebook, FALSE);

  return dem_briefing_pdf_render (briefing, &how, NULL, error);
}

static GBytes *
render (const DemExportCommand *command, DemPaperKind kind, DemFocus *focus, GError **error)
{
  g_autoptr (DemPaper) paper = NULL;
  g_autofree char *lower = g_ascii_strdown (command->out, -1);
  char *text;

  if (is_briefing (kind))
    return render_briefing (command, kind, dem_focus_get_dossier (focus), error);
  paper = make_paper (kind, dem_focus_get_dossier (focus), dem_focus_get_scenario (focus));
  if (g_str_has_suffix (lower, ".pdf"))
    return dem_paper_pdf_render (paper, focus, NULL, NULL, kind == DEM_PAPER_BRIEF, error);
  text = g_str_has_suffix (lower, ".md") ? dem_paper_to_markdown (paper) : dem_paper_to_html (paper, make_picture, focus);
  return g_bytes_new_take (text, strlen (text));
}

gboolean
dem_paper_command_run (const DemExportCommand *command, DemPaperKind kind, const char *file, GError **error)
{
  g_autoptr (DemDossier) dossier = NULL;
  g_autoptr (DemFocus) focus = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint32 scenario;

  g_return_val_if_fail (command != NULL && file != NULL && kind < DEM_N_PAPERS, FALSE);

  if (!check (command, kind, error) || (dossier = dem_command_load (file, error)) == NULL
      || !dem_command_find_scenario (dossier, command->scenario, &scenario, error))
    return FALSE;
  focus = dem_focus_new ();
  dem_focus_open (focus, dossier);
  dem_focus_set_scenario (focus, scenario);

  /* Where there is no display this fails, but it makes GTK's drawing known all the same. */
  gtk_init_check ();
  bytes = render (command, kind, focus, error);
  return bytes != NULL && dem_export_save (bytes, command->out, error);
}
