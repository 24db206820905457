/** IPTC's word for a picture that a model made (cv.iptc.org/newscodes/digitalsourcetype, read 2026-11-22). */
const SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

/**
 * The XMP packet that every picture and thumbnail carries: that a model made it, and which generation it is of. Nothing of
 * the person: it travels with the file wherever that goes.
 */
export function describeOrigin(generationId: string): string {
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about=""
      xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
      xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:xmp="http://ns.adobe.com/xap/1.0/"
      Iptc4xmpExt:DigitalSourceType="${SOURCE_TYPE}"
      dc:identifier="urn:uuid:${generationId}"
      xmp:CreatorTool="Likeness"/>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}
