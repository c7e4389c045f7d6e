using System.Diagnostics.CodeAnalysis;

namespace Pannier.Mail.Smtp;

/// <summary>A server said no: for now (4xx) or for good (5xx). Never leaves this folder.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Callers get a MailFault or a SubmissionResult of it.")]
internal sealed class SmtpRefusal(SmtpReply reply, MailFault fault) : Exception(fault.Message, fault)
{
    public SmtpReply Reply => reply;

    public MailFault Fault => fault;
}
