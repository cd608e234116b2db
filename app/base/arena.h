/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * DemArena:
 *
 * Memory that is handed out piece by piece and given back at once. Not safe for several threads; each worker
 * has its own.
 */
typedef struct _DemArena DemArena;

DemArena *dem_arena_new (void);
void dem_arena_free (DemArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DemArena, dem_arena_free)

/* @n zeroed elements of @size bytes, aligned for any type; %NULL when @n is 0. */
gpointer dem_arena_alloc (DemArena *arena, gsize n, gsize size);
#define dem_arena_new_array(arena, type, n) ((type *) dem_arena_alloc ((arena), (n), sizeof (type)))

/* A copy of @n elements; %NULL when @n is 0. */
gpointer dem_arena_copy_array (DemArena *arena, gconstpointer elements, gsize n, gsize size);

/* A NUL-terminated copy of @length bytes. */
const char *dem_arena_copy (DemArena *arena, const char *text, gsize length);

/* The same, but equal texts share one copy: for words that come again and again. */
const char *dem_arena_intern (DemArena *arena, const char *text, gsize length);

/* Bytes taken from the system. */
gsize dem_arena_get_size (const DemArena *arena);

G_END_DECLS
