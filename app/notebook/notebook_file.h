/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "app/base/problem.h"
#include "app/notebook/notebook_content.h"

G_BEGIN_DECLS

/**
 * DemNotebookFile
 *
 * A notebook as bytes: an AnnotationPage of the Web Annotation Data Model (W3C Recommendation of 23 February 2017). What is
 * ours alone stands under the prefix `demarche:`. Whatever is not known here comes back out byte by byte as it went in.
 * Both may be called on any thread.
 */

/* The version of the format that is read and written. Additions do not raise it. */
#define DEM_NOTEBOOK_VERSION 1

/**
 * DemNotebookError:
 * @DEM_NOTEBOOK_ERROR_INVALID: this is no notebook, or it is broken
 * @DEM_NOTEBOOK_ERROR_NEWER: a newer program wrote it, in a version of the format that is not known here
 * @DEM_NOTEBOOK_ERROR_OTHER_DOSSIER: it belongs to another dossier
 */
typedef enum
{
  DEM_NOTEBOOK_ERROR_INVALID,
  DEM_NOTEBOOK_ERROR_NEWER,
  DEM_NOTEBOOK_ERROR_OTHER_DOSSIER,
} DemNotebookError;

#define DEM_NOTEBOOK_ERROR (dem_notebook_error_quark ())
GQuark dem_notebook_error_quark (void);

/**
 * dem_notebook_file_read:
 * @dossier_id: the dossier it should be about
 * @problems: (nullable) (element-type DemProblem): what was wrong with it though it could be read is added
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL with an error of DEM_NOTEBOOK_ERROR whose message is a sentence
 * for a person, with line and column
 */
DemNotebookContent *
dem_notebook_file_read (GBytes *bytes, const char *dossier_id, GPtrArray *problems, GError **error);

/* (transfer full): always something that dem_notebook_file_read() reads as the same */
GBytes *dem_notebook_file_write (const DemNotebookContent *content);

G_END_DECLS
