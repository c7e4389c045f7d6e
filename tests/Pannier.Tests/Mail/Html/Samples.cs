namespace Pannier.Tests.Mail.Html;

/// <summary>Mail of our own making in the manners of those who send it.</summary>
internal static class Samples
{
    public const string Newsletter =
        """
        <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:v="urn:schemas-microsoft-com:vml" lang="en">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Autumn at the orchard</title>
        <!--[if mso]><xml><o:OfficeDocumentSettings/></xml><![endif]-->
        <link href="https://fonts.example/css?family=Lato" rel="stylesheet">
        <style>@media (max-width:600px){.col{width:100%!important}} .hero{background:url(https://img.example/hero.jpg)}</style></head>
        <body style="margin:0;padding:0;background-color:#f2efe9" bgcolor="#f2efe9">
        <div style="display:none;font-size:1px;max-height:0;overflow:hidden;mso-hide:all">Three new apples, and cider on Saturday.&#847;&zwnj;&nbsp;&#847;&zwnj;&nbsp;</div>
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
        <p class="view"><a href="https://news.example/view?id=1">View in browser</a></p>
        <table role="presentation" class="col" width="600" style="width:600px;max-width:100%;background:#ffffff;border-radius:8px;mso-table-lspace:0pt">
        <tr><td style="padding:24px 32px 0"><img src="cid:logo@shop.example" width="120" alt="The Orchard" style="display:block"></td></tr>
        <tr><td background="https://img.example/hero.jpg" style="padding:32px;font:16px/24px Arial;font-family:Lato,Arial,sans-serif;color:#333">
        <h1 style="margin:0 0 12px;font-size:28px;line-height:1.2;color:#7a1f1f">Autumn at the orchard</h1>
        <p style="margin:0 0 16px">Dear friend,<br>the <strong>Holsteiner Cox</strong> is ripe&nbsp;&mdash; crisp &amp; sour.</p>
        <ul><li>Picking: 9&ndash;17&nbsp;h</li><li>Cider: Saturday<ol><li>dry</li><li>sweet</li></ol></li></ul>
        <a href="https://click.example/?u=https%3A%2F%2Forchard.example%2Fcome&amp;s=a%2Bb" class="btn" style="display:inline-block;padding:12px 24px;background-color:#7a1f1f;border-radius:4px;color:#ffffff;text-decoration:none;position:relative">Come by</a>
        <img src="https://img.example/apple.jpg" srcset="https://img.example/apple@2x.jpg 2x" width="536" height="300" alt="A red apple">
        </td></tr></table>
        <!--[if mso]><v:rect fill="true"><v:fill src="https://img.example/x.png"/></v:rect><![endif]-->
        <p style="font-size:12px;color:#777777">Orchard GmbH, Apfelweg 1 &middot; <a href="https://news.example/out">Unsubscribe</a></p>
        </td></tr></table>
        <img src="https://track.example/open.gif?u=42" width="1" height="1" alt="" style="display:block">
        </body></html>
        """;

    public const string WordProcessor =
        """
        <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
        <head><meta name=Generator content="Word 15"><style><!-- p.MsoNormal{margin:0cm;font-size:11.0pt} --></style></head>
        <body lang=DE link="#0563C1" vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>
        <p class=MsoNormal><span style='font-family:"Calibri",sans-serif;color:#1F497D;mso-fareast-language:EN-US'>Liebe Frau Öztürk,<o:p></o:p></span></p>
        <p class=MsoNormal><o:p>&nbsp;</o:p></p>
        <table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;border:none'>
         <tr style='height:14.2pt'><td width=201 valign=top style='width:150.9pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt 0cm 5.4pt'><p class=MsoNormal>Posten</p></td>
         <td width=201 style='border:solid windowtext 1.0pt;border-left:none'><p class=MsoNormal align=right style='text-align:right'><b>1.200,00 €</b></p></td></tr>
        </table>
        <p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Erster Punkt</p>
        <p class=MsoNormal>Siehe <a href="https://firma.example/angebot?nr=7&amp;x=1">https://firma.example/angebot?nr=7&amp;x=1</a> oder <a href="mailto:info@firma.example?subject=Angebot%207">info@firma.example</a>.</p>
        </div></body></html>
        """;

    public const string Reply =
        """
        <div dir="ltr">Yes, Tuesday works.<div><br></div><div>See you there!</div><div><br clear="all">
        <div dir="ltr" class="gmail_signature">-- <br>Mira</div></div></div><br>
        <div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, Nov 23, 2026 at 9:12 AM Jon &lt;<a href="mailto:jon@x.example">jon@x.example</a>&gt; wrote:<br></div>
        <blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">
        <div>Lunch on Tuesday?<br><br>Or Wednesday.</div><blockquote type="cite"><p>Let us meet.</p><p>Soon.</p></blockquote></blockquote></div>
        """;

    public const string Old =
        """
        <HTML><BODY BGCOLOR="white" TEXT=#000080 BACKGROUND="http://old.example/paper.gif">
        <CENTER><FONT FACE="Comic Sans MS" SIZE=5 COLOR=red><B>Grand Opening!</B></FONT></CENTER>
        <P>Dear all,<P>come to <A HREF="http://old.example:8080/~me">our page</A>.
        <TABLE BORDER=1 CELLPADDING=3 WIDTH="80%"><TR><TH>When<TH>Where<TR><TD NOWRAP>10 May<TD>Town hall</TABLE>
        <HR NOSHADE SIZE=1 WIDTH="50%"><PRE>
          _/_  fixed
         /  \  width</PRE>
        <MARQUEE>Welcome</MARQUEE><BLINK>New</BLINK><FORM ACTION="http://old.example/cgi"><INPUT NAME=q><INPUT TYPE=submit></FORM>
        </BODY></HTML>
        """;

    public const string Plain = "<p>Hi,</p><p>no colours here, just <i>text</i>: 1 &lt; 2.</p><p>Jo</p>";
}
