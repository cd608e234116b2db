/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/application/export_command.h"
#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* What is handed out. */
typedef enum
{
  DEM_PAPER_BRIEF,  /* .pdf, .md, .html */
  DEM_PAPER_REPORT, /* the same */
  DEM_PAPER_SLIDES, /* .pdf */
  DEM_PAPER_HANDOUT, /* .pdf */
  DEM_N_PAPERS,
} DemPaperKind;

/* Whether the command asks for a paper, by the name of its file or by --view, and for which. */
gboolean dem_paper_command_find (const DemExportCommand *command, DemPaperKind *kind);

/* Writes it as what the file ends in. FALSE, with a sentence, if it cannot be, or if the command makes no sense. */
gboolean dem_paper_command_run (const DemExportCommand *command, DemPaperKind kind, const char *file, GError **error);

G_END_DECLS
