namespace Pannier.Mail.Lists;

/// <summary>Takes messages from one account to another: append, verify, and only then remove.</summary>
/// <remarks>Message by message, so that a failure leaves each either where it was, or in both places and says so; never in none.</remarks>
internal static class AcrossAccounts
{
    public static async Task<IEnumerable<ActResult>> MoveAsync(Messages source, OpenAccount to, Mailbox target, CancellationToken cancellation)
    {
        var results = new List<ActResult>();
        foreach (var copied in await CopyAsync(source, to, target, cancellation))
            results.Add(copied.Failure is null ? await RemoveAsync(source, copied, cancellation) : copied);
        return results;
    }

    public static async Task<IEnumerable<ActResult>> CopyAsync(Messages source, OpenAccount to, Mailbox target, CancellationToken cancellation)
    {
        var results = new List<ActResult>();
        foreach (var key in source.Keys)
        {
            try
            {
                results.Add(await CopyOneAsync(source, key, to, target, cancellation));
            }
            catch (MailFault fault)
            {
                results.Add(new ActResult(key, fault.Kind is MailFaultKind.NotFound or MailFaultKind.UidValidityChanged ? ActFailure.Gone : ActFailure.Server, fault, null));
            }
        }

        return results;
    }

    private static async Task<ActResult> CopyOneAsync(Messages source, MessageKey key, OpenAccount to, Mailbox target, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var row = await source.Account.Store.UseAsync(
            async (connection, token) =>
            {
                var rows = await connection.RowsAsync(source.Mailbox, [key.Uid], Previews.Leave, token);
                if (rows is not [var found]) return null;
                await connection.CopySourceAsync(source.Mailbox, key.Uid, bytes, token);
                return found;
            },
            cancellation);
        if (row is null) return new ActResult(key, ActFailure.Gone, null, null);

        return await FileAsync(bytes, row, key, to, target, cancellation);
    }

    private static async Task<ActResult> FileAsync(MemoryStream bytes, MessageRow row, MessageKey key, OpenAccount to, Mailbox target, CancellationToken cancellation)
    {
        var sent = false;
        try
        {
            var filed = await to.Store.UseAsync(
                async (connection, token) =>
                {
                    (bytes.Position, sent) = (0, true);
                    var result = await connection.AppendAsync(target.Name, bytes, row.Keywords & ~Keywords.Deleted, row.ReceivedAt, token);
                    await VerifyAsync(connection, target.Name, result, bytes.Length, token);
                    return result;
                },
                cancellation);
            return new ActResult(key, null, null, filed is { Uid: { } uid, UidValidity: { } validity } ? new MessageKey(to.Id, target.Id, validity, uid) : null);
        }
        catch (MailFault fault)
        {
            // A server that said no has filed nothing; one that fell silent may have.
            var unsure = sent && fault.Kind is (MailFaultKind.Protocol or MailFaultKind.Dropped or MailFaultKind.TimedOut);
            return new ActResult(key, unsure ? ActFailure.CopiedNotVerified : ActFailure.Server, fault, null);
        }
    }

    /// <summary>Looks at what was filed: there, and as long as what was sent. Line ends may have been completed by the server.</summary>
    private static async Task VerifyAsync(IMailConnection connection, MailboxName target, AppendResult result, long sent, CancellationToken cancellation)
    {
        if (result is not { Uid: { } uid, UidValidity: { } validity }) throw new MailFault(MailFaultKind.Protocol); // cannot be verified: the original stays
        if (await connection.RowsAsync(new MailboxRef(target, validity), [uid], Previews.Leave, cancellation) is not [{ Size: var size }] || size < sent)
            throw new MailFault(MailFaultKind.Protocol);
    }

    private static async Task<ActResult> RemoveAsync(Messages source, ActResult copied, CancellationToken cancellation)
    {
        try
        {
            var gone = await source.Account.Store.UseAsync((connection, token) => connection.DestroyAsync(source.Mailbox, [copied.Key.Uid], token), cancellation);
            return gone.Contains(copied.Key.Uid) ? copied : copied with { Failure = ActFailure.CopiedNotRemoved };
        }
        catch (MailFault fault)
        {
            return copied with { Failure = ActFailure.CopiedNotRemoved, Fault = fault };
        }
    }
}
