/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* For the reader alone: finding out which items there are. */

#include "app/dossier/reader.h"

G_BEGIN_DECLS

/* Whether an item has what it can't exist without; told if not. */
gboolean dem_item_can_exist (DemReader *reader, DemItemIndex *index, DemKind kind, guint token);

/* Whether both are actors, and not the same one twice, which is told. */
gboolean dem_are_two_actors (DemReader *reader, guint token, DemRef a, DemRef b);

/* Gives the id that an item says it has to the item @i of its kind. NULL when it has none or it is taken. */
const char *dem_item_index_register (DemReader *reader, DemKind kind, guint token, guint32 i);

/* Takes an id back; references to it are told to be dangling. */
void dem_item_index_leave_out (DemReader *reader, const char *id);

/* The paragraphs of all sources. */
void dem_item_index_add_paragraphs (DemReader *reader, DemItemIndex *index);

/* Leaves out the inferences that can't exist. */
void dem_item_index_settle_inferences (DemReader *reader, DemItemIndex *index);

/* Pairs: of two actors, as the file writes them, as it refers to them; at last their names. */
guint32
dem_item_index_add_pair (DemReader *reader, DemItemIndex *index, guint32 a, guint32 b, DemEntry entry);
void dem_item_index_add_written_pair (DemReader *reader, DemItemIndex *index, DemKind kind, DemEntry entry);
void dem_item_index_add_referred_pairs (DemReader *reader, DemItemIndex *index);
void dem_item_index_fill_pairs (DemReader *reader, DemItemIndex *index);

G_END_DECLS
