using Pannier.Core;
using Pannier.Mail.Lists;

namespace Pannier.Modules.Messages;

/// <summary>A mailbox messages can go to.</summary>
/// <param name="Depth">How deep it stands in the hierarchy, from 0.</param>
public sealed record TargetMailbox(Scope Target, Said Name, int Depth)
{
    public string Indent => new('\u2003', Depth);
}
