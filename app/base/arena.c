/* SPDX-FileCopyrightText: The Demarche developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/base/arena.h"

#include <string.h>

#define FIRST_BLOCK (4 * 1024)
#define LARGEST_BLOCK (1024 * 1024)
#define ALIGNMENT (2 * sizeof (gpointer))

struct _DemArena
{
  GPtrArray *blocks;
  GHashTable *words;
  char *next; /* the free part of the last block */
  char *end;
  gsize block_size;
  gsize size;
};

DemArena *
dem_arena_new (void)
{
  DemArena *arena = g_new0 (DemArena, 1);

  arena->blocks = g_ptr_array_new_with_free_func (g_free);
  arena->words = g_hash_table_new (g_str_hash, g_str_equal);
  arena->block_size = FIRST_BLOCK;
  return arena;
}

void
dem_arena_free (DemArena *arena)
{
  if (arena == NULL)
    return;
  g_hash_table_unref (arena->words);
  g_ptr_array_unref (arena->blocks);
  g_free (arena);
}

static char *
add_block (DemArena *arena, gsize size)
{
  char *block = g_malloc (size);

  g_ptr_array_add (arena->blocks, block);
  arena->size += size;
  return block;
}

/* Large pieces get a block of their own, so that the rest of the current one is not lost. */
static char *
take (DemArena *arena, gsize size)
{
  char *piece;

  if (size <= (gsize) (arena->end - arena->next))
    {
      piece = arena->next;
      arena->next += size;
      return piece;
    }
  if (size > arena->block_size / 4)
    return add_block (arena, size);
  piece = add_block (arena, arena->block_size);
  arena->next = piece + size;
  arena->end = piece + arena->block_size;
  arena->block_size = MIN (arena->block_size * 2, LARGEST_BLOCK);
  return piece;
}

gpointer
dem_arena_alloc (DemArena *arena, gsize n, gsize size)
{
  gsize past;
  char *piece;

  g_return_val_if_fail (arena != NULL, NULL);
  g_return_val_if_fail (size > 0 && n <= G_MAXSIZE / 2 / size, NULL);

  if (n == 0)
    return NULL;
  past = (guintptr) arena->next % ALIGNMENT;
  if (past != 0)
    arena->next += MIN (ALIGNMENT - past, (gsize) (arena->end - arena->next));
  piece = take (arena, n * size);
  return memset (piece, 0, n * size);
}

gpointer
dem_arena_copy_array (DemArena *arena, gconstpointer elements, gsize n, gsize size)
{
  gpointer copy = dem_arena_alloc (arena, n, size);

  if (copy != NULL)
    memcpy (copy, elements, n * size);
  return copy;
}

const char *
dem_arena_copy (DemArena *arena, const char *text, gsize length)
{
  char *copy;

  g_return_val_if_fail (arena != NULL, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  copy = take (arena, length + 1);
  memcpy (copy, text, length);
  copy[length] = '\0';
  return copy;
}

const char *
dem_arena_intern (DemArena *arena, const char *text, gsize length)
{
  const char *copy = dem_arena_copy (arena, text, length);
  const char *known = g_hash_table_lookup (arena->words, copy);

  if (known == NULL)
    {
      g_hash_table_add (arena->words, (gpointer) copy);
      return copy;
    }
  if (copy + length + 1 == arena->next)
    arena->next -= length + 1;
  return known;
}

gsize
dem_arena_get_size (const DemArena *arena)
{
  g_return_val_if_fail (arena != NULL, 0);

  return arena->size;
}
