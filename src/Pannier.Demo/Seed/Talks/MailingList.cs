using System.Text;
using MimeKit;

namespace Pannier.Demo.Seed.Talks;

/// <summary>Mailing lists the society's account reads: their address and the fields of RFC 2369, 2919 and 8058.</summary>
internal static class MailingList
{
    private const string Host = "lists.openmaps.example";

    public static MailboxAddress Address(string list) => new(null, $"{list}@{Host}");

    public static byte[] Fields(string list) => Encoding.ASCII.GetBytes(
        $"List-Id: <{list}.{Host}>\r\nList-Post: <mailto:{list}@{Host}>\r\nList-Archive: <https://{Host}/archive/{list}/>\r\n" +
        $"List-Unsubscribe: <https://{Host}/leave/{list}>, <mailto:{list}-leave@{Host}>\r\nPrecedence: list\r\n");
}
