using Pannier.Core;
using Pannier.Core.Accounts;
using Pannier.Core.Http;

namespace Pannier.Modules.Messages;

/// <summary>What to take back.</summary>
internal sealed record UndoInput(UndoId Undo, LocalUrl? Next) : IInput<UndoInput>
{
    public static UndoInput Read(Fields fields) => new(fields.One("undo", UndoId.Read), fields.Maybe("next", LocalUrl.Read));
}
