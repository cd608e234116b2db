/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "app/notebook/notebook_content.h"

G_BEGIN_DECLS

/* Where a notebook goes when the program must end and its own file cannot be written: the user's folder for the state of
 * programs, that of the session, or a folder of the user's own among the temporary files that outlive a restart; the first of
 * these that takes it. The next start finds it there. All of this blocks as long as disks do. */

/**
 * dem_notebook_rescue_write:
 * @path: of the notebook's own file
 *
 * Returns: (transfer full) (nullable): where it was written; %NULL with the reason of the last place
 */
char *dem_notebook_rescue_write (const char *path, const DemNotebookContent *content, GError **error);

/**
 * dem_notebook_rescue_read:
 * @where: (out): the file, when there is one
 *
 * Returns: (transfer full) (nullable): what was rescued; %NULL when there is nothing that can be read
 */
DemNotebookContent *dem_notebook_rescue_read (const char *path, const char *dossier_id, char **where);

/* Takes a rescued file away, once what it has is in the notebook's own. */
void dem_notebook_rescue_forget (const char *where);

G_END_DECLS
