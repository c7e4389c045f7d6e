using Pannier.Core.Http;
using Pannier.Mail;

namespace Pannier.Modules.Accounts;

/// <summary>A server as typed; judged later, so that a slip loses nothing.</summary>
internal sealed record ServerInput(Line? Host, Line? Port, ConnectionSecurity Security, Line? UserName)
{
    /// <summary>The certificate ticked as the right one; null when none is.</summary>
    public PinChoice? Trust { get; init; }

    public static ServerInput Read(Fields fields, string prefix) => new(
        fields.Maybe(prefix + "-host", Line.Read),
        fields.Maybe(prefix + "-port", Line.Read),
        fields.One(prefix + "-security", Choice.Read<ConnectionSecurity>),
        fields.Maybe(prefix + "-user", Line.Read))
    {
        Trust = fields.Maybe(prefix + "-trust", PinChoice.Read),
    };
}
