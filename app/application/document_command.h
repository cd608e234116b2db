/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/application/export_command.h"
#include "app/dossier/dossier.h"

G_BEGIN_DECLS

/* What is exported as text rather than as a picture: the outline as Markdown, the claims as comma-separated values. */
typedef enum
{
  DEM_DOCUMENT_OUTLINE, /* .md */
  DEM_DOCUMENT_CLAIMS,  /* .csv */
  DEM_N_DOCUMENTS,
} DemDocument;

/**
 * dem_document_command_find:
 * @document: (out): the document that the command asks for, when @is_document
 * @is_document: (out): whether the file that is to be written ends as one of them does
 *
 * Returns: FALSE, with a sentence, when it ends so but the command makes no sense
 */
gboolean dem_document_command_find (const DemExportCommand *command, DemDocument *document, gboolean *is_document,
                                    GError **error);

/* Writes it. @scenario: index, or DEM_NO_INDEX. (transfer full) */
GBytes *dem_document_command_render (DemDocument document, DemDossier *dossier, guint32 scenario);

G_END_DECLS
