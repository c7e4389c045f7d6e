using Pannier.Core;
using Pannier.Mail.Text;

namespace Pannier.Modules.Messages;

/// <summary>Where a link leads.</summary>
/// <param name="Host">As it is asked for, and as it reads where that differs.</param>
/// <param name="Shown">The whole address, to be read.</param>
public sealed record LeavePage(string Host, string Shown, WebUrl Address) : ITitled
{
    /// <summary>Where the person goes when they say so: to the web and nowhere else, by its type.</summary>
    public string LeaveUrl => Address.Value;

    public Said Title => Said.Of("messages.leave.title");
}
