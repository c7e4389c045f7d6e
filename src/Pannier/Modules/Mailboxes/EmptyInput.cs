using Pannier.Core.Http;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Mailboxes;

/// <summary>Which Trash or Junk list to empty.</summary>
internal sealed record EmptyInput(Scope List, Tick Sure) : IInput<EmptyInput>
{
    public static EmptyInput Read(Fields fields) => new(fields.One("list", Scope.Read), fields.Ticked("sure"));
}
